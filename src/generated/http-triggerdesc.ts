// Made by scripts/generate.mjs from src/triggerdesc/kinds/http.schema.json; do not edit.
import { contractOf, type Contract } from '../kernel/contract.js';
import { validate } from './http-triggerdesc.validate.js';

/**
 * TriggerDesc of a Function URL (type http).
 */
export interface HttpTriggerDesc {
  /**
   * NONE lets anybody call; CAM wants signed requests.
   */
  AuthType: 'NONE' | 'CAM';
  /**
   * From where the URL can be called.
   */
  NetConfig: {
    /**
     * Whether there is a private address.
     */
    EnableIntranet?: boolean;
    /**
     * Whether there is a public address.
     */
    EnableExtranet?: boolean;
  };
  /**
   * What browsers on other sites may do.
   */
  CorsConfig?: {
    /**
     * Whether cross-origin answers are given.
     */
    Enable?: boolean;
    /**
     * Allowed origins.
     */
    Origins?: string[];
    /**
     * Allowed methods.
     */
    Methods?: string[];
    /**
     * Allowed request headers.
     */
    Headers?: string[];
    /**
     * Response headers that scripts may read.
     */
    ExposeHeaders?: string[];
    /**
     * Whether cookies may be sent.
     */
    Credentials?: boolean;
    /**
     * How many seconds a preflight answer holds.
     */
    MaxAge?: number;
  };
}

export const httpTriggerdescContract: Contract<HttpTriggerDesc> = contractOf({
  name: "http-triggerdesc",
  validate,
  schema: () => JSON.parse('{"$schema":"https://json-schema.org/draft/2020-12/schema","$id":"https://scf-fixtures.example/schemas/http-triggerdesc.schema.json","title":"HttpTriggerDesc","description":"TriggerDesc of a Function URL (type http).","x-source":"https://cloud.tencent.com/document/product/583/100227","type":"object","required":["AuthType","NetConfig"],"properties":{"AuthType":{"description":"NONE lets anybody call; CAM wants signed requests.","x-source":"npm tencent-component-toolkit 2.27.6","enum":["NONE","CAM"]},"NetConfig":{"description":"From where the URL can be called.","x-source":"npm tencent-component-toolkit 2.27.6","type":"object","properties":{"EnableIntranet":{"description":"Whether there is a private address.","x-source":"npm tencent-component-toolkit 2.27.6","type":"boolean"},"EnableExtranet":{"description":"Whether there is a public address.","x-source":"npm tencent-component-toolkit 2.27.6","type":"boolean"}}},"CorsConfig":{"description":"What browsers on other sites may do.","x-source":"npm tencent-component-toolkit 2.27.6","type":"object","properties":{"Enable":{"description":"Whether cross-origin answers are given.","x-source":"npm tencent-component-toolkit 2.27.6","type":"boolean"},"Origins":{"description":"Allowed origins.","x-source":"npm tencent-component-toolkit 2.27.6","type":"array","items":{"type":"string"}},"Methods":{"description":"Allowed methods.","x-source":"npm tencent-component-toolkit 2.27.6","type":"array","items":{"type":"string"}},"Headers":{"description":"Allowed request headers.","x-source":"npm tencent-component-toolkit 2.27.6","type":"array","items":{"type":"string"}},"ExposeHeaders":{"description":"Response headers that scripts may read.","x-source":"npm tencent-component-toolkit 2.27.6","type":"array","items":{"type":"string"}},"Credentials":{"description":"Whether cookies may be sent.","x-source":"npm tencent-component-toolkit 2.27.6","type":"boolean"},"MaxAge":{"description":"How many seconds a preflight answer holds.","x-source":"npm tencent-component-toolkit 2.27.6","type":"integer","minimum":0}}}}}'),
});
