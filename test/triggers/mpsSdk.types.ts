import type {
  EditMediaTask,
  ParseNotificationResponse,
  WorkflowTask,
} from 'tencentcloud-sdk-nodejs-mps/tencentcloud/services/mps/v20190612/mps_models.js';
import type { MpsEditMediaTaskEvent } from '../../src/generated/mps-edit-media-task.js';
import type { MpsWorkflowTaskEvent } from '../../src/generated/mps-workflow-task.js';

/** The vendor's types leave out null where their own comments say that a field may return it. */
type OrNull<T> = T extends readonly (infer Item)[]
  ? readonly OrNull<Item>[]
  : T extends object
    ? { readonly [Name in keyof T]: OrNull<T[Name]> | null }
    : T;

type Assignable<Ours extends Theirs, Theirs> = Ours;

/** Fails to compile when an event of ours is not one of theirs. */
export type MpsEventsFitTheSdk = [
  Assignable<MpsWorkflowTaskEvent['WorkflowTaskEvent'], OrNull<WorkflowTask>>,
  Assignable<MpsEditMediaTaskEvent['EditMediaTaskEvent'], OrNull<EditMediaTask>>,
  Assignable<MpsWorkflowTaskEvent, OrNull<Partial<ParseNotificationResponse>>>,
  Assignable<MpsEditMediaTaskEvent, OrNull<Partial<ParseNotificationResponse>>>,
];

/** Fails to compile when a member of ours is one that theirs does not have. */
type Unknown<Ours, Theirs> = Ours extends readonly (infer OurItem)[]
  ? NonNullable<Theirs> extends readonly (infer TheirItem)[]
    ? Unknown<OurItem, TheirItem>
    : never
  : Ours extends object
    ? {
        [Name in keyof Ours & string]: Name extends keyof NonNullable<Theirs>
          ? Unknown<NonNullable<Ours[Name]>, NonNullable<NonNullable<Theirs>[Name]>>
          : Name;
      }[keyof Ours & string]
    : never;

/** Members of every task in the vendor's newest examples; the vendor's types have them in some tasks only. */
type NewerNames = 'BeginProcessTime' | 'FinishTime' | 'Progress';

/** Every other name in our events is one of the vendor's types. */
export type MpsNamesAreTheVendors = [
  Assignable<Exclude<Unknown<MpsWorkflowTaskEvent, ParseNotificationResponse>, NewerNames>, never>,
  Assignable<Unknown<MpsEditMediaTaskEvent, ParseNotificationResponse>, never>,
];

/** The two checks notice a wrong type and a misspelt name, however deep they stand. */
export type TheChecksCanFail = [
  // @ts-expect-error a number where the vendor has a text
  Assignable<{ MediaProcessResultSet: { TranscodeTask: { Status: number } }[] }, OrNull<WorkflowTask>>,
  // @ts-expect-error Placeholder, as the PDF of the documents prints it
  Assignable<Unknown<WithTypo, WorkflowTask>, never>,
];
interface WithTypo {
  MediaProcessResultSet: {
    TranscodeTask: { Input: { ObjectNumberFormat: { Placeholder: string } | null } } | null;
  }[];
}
