// @ts-nocheck
// Made by scripts/generate.mjs from src/triggers/invoke/contract.schema.json; do not edit.
import type { Validate } from '../kernel/contract.js';

const schema0 = {"type":["object","array","string","number","boolean","null"],"$id":"contract"};function validate0(data, {instancePath="", parentData, parentDataProperty, rootData=data}={}){/*# sourceURL="contract" */;let vErrors = null;let errors = 0;if((((typeof data != "object") && (typeof data !== "string")) && (!((typeof data == "number") && (isFinite(data))))) && (typeof data !== "boolean")){const err0 = {instancePath,schemaPath:"#/type",keyword:"type",params:{type: schema0.type}};if(vErrors === null){vErrors = [err0];}else {vErrors.push(err0);}errors++;}validate0.errors = vErrors;return errors === 0;}

export const validate: Validate = validate0;
