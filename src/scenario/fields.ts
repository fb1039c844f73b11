// Fields: the schemas of single values of a scenario, with AWS's own limits on names, paths and ids.
import * as v from 'valibot';
import { isArn } from '../aws/arn.ts';
import { parsedPolicy } from '../policy/parse.ts';

/** Text of a bounded length, in UTF-16 units. */
export const text = (least: number, most: number) =>
  v.pipe(
    v.string(),
    v.minLength(least, least === 1 ? 'must not be empty' : `must have at least ${least} characters`),
    v.maxLength(most, `must have at most ${most} characters`),
  );

/**
 * One line that people read: something to see, and no character that changes how the text around it is shown (line ends,
 * other controls, and the signs that turn the direction of writing).
 */
export const heading = (most: number) =>
  v.pipe(
    text(1, most),
    v.regex(/\S/, 'must not be blank'),
    v.regex(/^[^\p{Cc}\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]*$/u, 'must not hold control characters'),
  );

/** Text of a bounded length that has a form; `says` completes "must be". */
const formed = (most: number, form: RegExp, says: string) =>
  v.pipe(text(1, most), v.regex(form, `must be ${says}`));

/** AWS would take it, but a name that means something else in so much code is worth no risk. */
const notProto = v.check<string, string>((name) => name !== '__proto__', 'is a name that cannot be kept');

export const accountId = formed(12, /^\d{12}$/, 'an account id of twelve digits');

/**
 * A 12-digit alias is refused: at sign-in it could not be told from an account id.
 * @see https://docs.aws.amazon.com/IAM/latest/APIReference/API_CreateAccountAlias.html
 */
export const accountAlias = formed(
  63,
  /^(?!\d{12}$)[a-z0-9](?:[a-z0-9]|-(?!-)){1,61}[a-z0-9]$/,
  'an account alias: 3 to 63 lower-case letters, digits and single hyphens',
);

/** @see https://docs.aws.amazon.com/organizations/latest/APIReference/API_CreateAccount.html */
export const email = formed(64, /^[^\s@]+@[^\s@]+\.[^\s@]+$/, 'an e-mail address');

export const organizationId = formed(34, /^o-[a-z0-9]{10,32}$/, 'an organization id like o-exampleorgid');

/**
 * Names of entities of IAM and of inline policies.
 * @see https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_iam-quotas.html
 */
export const iamName = (most: number) =>
  v.pipe(formed(most, /^[\w+=,.@-]+$/, 'a name of letters, digits and any of _+=,.@-'), notProto);

const PATH = 'a path that starts and ends with /';
export const path = formed(512, /^(?:\/|\/[!-~]+\/)$/, PATH);
export const policyPath = formed(512, /^(?:\/[A-Za-z0-9.,+@=_-]+)*\/$/, PATH);

/** `AIDA…` and its like: never reused, at most 128 characters. */
export const uniqueId = (prefix: 'AIDA' | 'AGPA' | 'ANPA' | 'AROA' | 'AIPA') =>
  formed(128, new RegExp(`^${prefix}[A-Z0-9]{12,}$`), `a unique id that starts with ${prefix}`);

/** The id of a long-term access key. */
export const accessKeyId = formed(
  128,
  /^AKIA[A-Z0-9]{12,}$/,
  'the id of an access key that starts with AKIA',
);

/** A user or a role that a trust policy names. */
export const principalArn = formed(
  2048,
  /^arn:aws:iam::\d{12}:(?:user|role)\/(?:[!-~]+\/)?[\w+=,.@-]+$/,
  'the ARN of a user or role',
);
export const principalId = formed(128, /^(?:AIDA|AROA)[A-Z0-9]{12,}$/, 'the unique id of a user or role');

export const instant = v.pipe(
  formed(24, /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(?:\.\d{1,3})?Z$/, 'a moment in UTC like 2026-11-22T10:14:05Z'),
  v.check((moment) => !Number.isNaN(Date.parse(moment)), 'must be a moment that exists'),
);

/** The ARN of a managed policy, AWS's or a customer's. */
export const policyArn = v.pipe(
  formed(
    2048,
    /^arn:aws:iam::(?:aws|\d{12}):policy\/(?:[!-~]+\/)?[\w+=,.@-]+$/,
    'the ARN of a managed policy',
  ),
  v.guard(isArn, 'must be the ARN of a managed policy'),
);

export const versionId = formed(12, /^v[1-9]\d*$/, 'a policy version id like v1');

/**
 * The text of a policy document. It may hold mistakes, as what a learner saves may, but it has to be a document.
 * The limit is that of the API; white space counts.
 * @see https://docs.aws.amazon.com/IAM/latest/APIReference/API_CreatePolicyVersion.html
 */
export const policyDocument = v.pipe(
  text(1, 131_072),
  v.check((document) => parsedPolicy(document).document !== null, 'must be a policy document in JSON'),
);

const base64 = (most: number) =>
  v.pipe(
    formed(most, /^[A-Za-z0-9+/]+={0,2}$/, 'base64'),
    v.check((encoded) => encoded.length % 4 === 0, 'must be base64'),
  );

/** The iterations are bounded so that no scenario can keep a browser busy at sign-in. */
export const passwordHash = v.strictObject({
  algorithm: v.literal('PBKDF2-SHA256'),
  iterations: v.pipe(
    v.number(),
    v.integer('must be a whole number'),
    v.minValue(1, 'must be at least 1'),
    v.maxValue(2_000_000, 'must be at most 2,000,000'),
  ),
  salt: base64(128),
  hash: base64(128),
});

const TAG = /^[\p{L}\p{Z}\p{N}_.:/=+\-@]*$/u;
const TAG_FORM = 'letters, digits, spaces and any of _.:/=+-@';

export const tagKey = v.pipe(
  text(1, 128),
  v.regex(TAG, `must be a tag key of ${TAG_FORM}`),
  v.check(
    (key) => !key.toLowerCase().startsWith('aws:'),
    'must not start with aws:, which AWS keeps to itself',
  ),
  notProto,
);
export const tagValue = v.pipe(text(0, 256), v.regex(TAG, `must be a tag value of ${TAG_FORM}`));

/** @see https://docs.aws.amazon.com/AmazonS3/latest/userguide/bucketnamingrules.html */
export const bucketName = formed(
  63,
  /^(?!.*\.\.)(?!\d+\.\d+\.\d+\.\d+$)[a-z0-9][a-z0-9.-]{1,61}[a-z0-9]$/,
  'a bucket name: 3 to 63 lower-case letters, digits, hyphens and single dots',
);

/** @see https://docs.aws.amazon.com/AmazonS3/latest/userguide/object-keys.html */
export const objectKey = v.pipe(
  text(1, 1024),
  v.maxBytes(1024, 'must be an object key of at most 1,024 bytes'),
);

/** S3 makes no promise on how its version ids look; those of this sandbox look as most of them do. */
export const objectVersion = formed(
  32,
  /^(?:null|[A-Za-z0-9._]{32})$/,
  'null or a version id of 32 characters',
);

/** How a version of an object is filed: `VERSION/KEY`. */
export const objectVersionName = formed(
  1024 + 33,
  /^(?:null|[A-Za-z0-9._]{32})\/./s,
  'a version id, a slash and an object key',
);

export const region = formed(32, /^[a-z]{2}(?:-[a-z]+)+-\d$/, 'a Region like eu-central-1');

/** A text that is exactly of a form; for ids that AWS gives and nobody types. */
export const id = (form: RegExp, says: string, most = 64) => formed(most, form, says);

export const uuid = id(/^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/, 'a UUID');

/** Any ARN of the partition `aws`. */
export const arn = v.pipe(
  formed(2048, /^arn:aws:[a-z0-9-]+:[a-z0-9-]*:(?:|aws|\d{12}):\S+$/, 'an ARN'),
  v.guard(isArn, 'must be an ARN'),
);

/** The name of a resource of a Region, and how it is filed: `REGION/NAME`. */
export const regional = (most: number, form: RegExp, says: string) => ({
  name: formed(most, form, says),
  key: formed(
    most + 33,
    new RegExp(`^[a-z]{2}(?:-[a-z]+)+-\\d/${form.source.slice(1)}`),
    `REGION/ and ${says}`,
  ),
});

export const servicePrincipal = id(/^[a-z0-9.-]+\.amazonaws\.com$/, 'a service principal', 128);

export const base64Text = (most: number) =>
  v.pipe(
    text(0, most),
    v.regex(/^[A-Za-z0-9+/]*={0,2}$/, 'must be base64'),
    v.check((encoded) => encoded.length % 4 === 0, 'must be base64'),
  );
