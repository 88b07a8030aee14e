import { property, reference } from './asserted.js';
import { partitionOrder, splitBatch } from './batches.js';
import { crash } from './crash.js';
import { cutText } from './cutText.js';
import { disclosedFile } from './disclosedFile.js';
import { ignoredAnswer, neverSettles, processKilled, refusedResponse } from './endings.js';
import { retryAfterFault, swallowedFailure } from './faults.js';
import { equivalentForm, unknownField } from './forms.js';
import { growth } from './growth.js';
import { pathAndShell, prototypePollution, secretLeak } from './harm.js';
import { headerInjection } from './headerInjection.js';
import { htmlInjection } from './htmlInjection.js';
import { inheritedName } from './inheritedName.js';
import { lateWork, unhandledRejection } from './lateWork.js';
import { lostRemainder } from './lostRemainder.js';
import { headAgainstGet, unsafeOptions } from './methods.js';
import { mistakenForRepeat } from './mistakenForRepeat.js';
import { notLoadable } from './notLoadable.js';
import { notStarted } from './notStarted.js';
import { openRedirect } from './openRedirect.js';
import type { Oracle } from './oracle.js';
import { otherDeployment } from './otherDeployment.js';
import { concurrency, redelivery, warmCold } from './redelivery.js';
import { requestForgery } from './requestForgery.js';
import { serverError } from './serverError.js';
import { sqlInjection } from './sqlInjection.js';
import { locale, processSeed, timeZone } from './surroundings.js';
import { brokenSyntax, garbledText } from './texts.js';
import { inexactNumber, lostValue, numbersSortedAsTexts, timeUnit } from './values.js';
import { brokenAnswer, largeHeaders, lostCookie } from './webAnswers.js';
import { bodyFraming, unaskedCoding } from './webForms.js';
import { keysPassedOn } from './webKeys.js';
import { zeroAsAbsent } from './zeroAsAbsent.js';

/** Every oracle, in the order in which they are asked. */
export const oracles: readonly Oracle[] = [
  property,
  notLoadable,
  notStarted,
  processKilled,
  neverSettles,
  ignoredAnswer,
  pathAndShell,
  disclosedFile,
  brokenAnswer,
  serverError,
  crash,
  unhandledRejection,
  refusedResponse,
  otherDeployment,
  lateWork,
  prototypePollution,
  secretLeak,
  keysPassedOn,
  largeHeaders,
  lostCookie,
  lostValue,
  garbledText,
  brokenSyntax,
  inexactNumber,
  timeUnit,
  numbersSortedAsTexts,
  swallowedFailure,
  redelivery,
  mistakenForRepeat,
  splitBatch,
  retryAfterFault,
  warmCold,
  growth,
  partitionOrder,
  concurrency,
  equivalentForm,
  bodyFraming,
  unaskedCoding,
  headAgainstGet,
  unsafeOptions,
  unknownField,
  inheritedName,
  headerInjection,
  htmlInjection,
  sqlInjection,
  openRedirect,
  requestForgery,
  cutText,
  zeroAsAbsent,
  lostRemainder,
  timeZone,
  locale,
  processSeed,
  reference,
];
