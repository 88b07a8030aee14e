// Made by scripts/generate.mjs from src/triggerdesc/kinds/apigw.schema.json; do not edit.
import { contractOf, type Contract } from '../kernel/contract.js';
import { validate } from './apigw-triggerdesc.validate.js';

/**
 * TriggerDesc of an API Gateway trigger. Every flag is a text, "TRUE" or "FALSE".
 */
export interface ApigwTriggerDesc {
  /**
   * Configuration of the API that is created.
   */
  api?: {
    /**
     * Whether callers need a key pair; "FALSE" when left out.
     */
    authRequired?: 'TRUE' | 'FALSE';
    /**
     * Configuration of the requests to the backend.
     */
    requestConfig?: {
      /**
       * The request method of the API.
       */
      method?: 'ANY' | 'GET' | 'HEAD' | 'POST' | 'PUT' | 'DELETE';
    };
    /**
     * Whether API Gateway reads statusCode, headers and body of what the function returns; "FALSE" when left out.
     */
    isIntegratedResponse?: 'TRUE' | 'FALSE';
    /**
     * Whether request bodies reach the function in Base64; "FALSE" when left out. Its first letter is a capital, unlike that of its neighbours.
     */
    IsBase64Encoded?: 'TRUE' | 'FALSE';
  };
  /**
   * The service that the API belongs to.
   */
  service?: {
    /**
     * Id of an existing service; a new one is created when left out.
     */
    serviceId?: string;
    /**
     * Name of the service to create.
     */
    serviceName?: string;
  };
  /**
   * Where the API is published.
   */
  release?: {
    /**
     * The release environment.
     */
    environmentName?: 'release' | 'test' | 'prepub';
  };
}

export const apigwTriggerdescContract: Contract<ApigwTriggerDesc> = contractOf({
  name: "apigw-triggerdesc",
  validate,
  schema: () => JSON.parse('{"$schema":"https://json-schema.org/draft/2020-12/schema","$id":"https://scf-fixtures.example/schemas/apigw-triggerdesc.schema.json","title":"ApigwTriggerDesc","description":"TriggerDesc of an API Gateway trigger. Every flag is a text, \\"TRUE\\" or \\"FALSE\\".","x-source":"https://www.tencentcloud.com/document/product/583/34880","type":"object","properties":{"api":{"description":"Configuration of the API that is created.","x-source":"https://www.tencentcloud.com/document/product/583/34880","type":"object","properties":{"authRequired":{"description":"Whether callers need a key pair; \\"FALSE\\" when left out.","x-source":"https://www.tencentcloud.com/document/product/583/34880","enum":["TRUE","FALSE"]},"requestConfig":{"description":"Configuration of the requests to the backend.","x-source":"https://www.tencentcloud.com/document/product/583/34880","type":"object","properties":{"method":{"description":"The request method of the API.","x-source":"https://www.tencentcloud.com/document/product/583/34880","enum":["ANY","GET","HEAD","POST","PUT","DELETE"]}}},"isIntegratedResponse":{"description":"Whether API Gateway reads statusCode, headers and body of what the function returns; \\"FALSE\\" when left out.","x-source":"https://www.tencentcloud.com/document/product/583/34880","enum":["TRUE","FALSE"]},"IsBase64Encoded":{"description":"Whether request bodies reach the function in Base64; \\"FALSE\\" when left out. Its first letter is a capital, unlike that of its neighbours.","x-source":"https://www.tencentcloud.com/document/product/583/34880","enum":["TRUE","FALSE"]}}},"service":{"description":"The service that the API belongs to.","x-source":"https://www.tencentcloud.com/document/product/583/34880","type":"object","properties":{"serviceId":{"description":"Id of an existing service; a new one is created when left out.","x-source":"https://www.tencentcloud.com/document/product/583/34880","type":"string","pattern":"^service-[a-z0-9]+$"},"serviceName":{"description":"Name of the service to create.","x-source":"https://www.tencentcloud.com/document/product/583/34880","type":"string","minLength":1}}},"release":{"description":"Where the API is published.","x-source":"https://www.tencentcloud.com/document/product/583/34880","type":"object","properties":{"environmentName":{"description":"The release environment.","x-source":"https://www.tencentcloud.com/document/product/583/34880","enum":["release","test","prepub"]}}}}}'),
});
