// Limits of this sandbox where AWS has none or far higher ones; what passes them could not be saved.

/** Characters of one object. S3 takes up to 5 GB in one request. */
export const MAX_OBJECT_CHARACTERS = 1_000_000;

/** Characters of all objects of a world and their versions together, so that every world fits into a file that can be opened again. */
export const MAX_STORED_CHARACTERS = 4_000_000;

/** Objects, versions and delete markers of one bucket. S3 keeps any number. */
export const MAX_VERSIONS = 10_000;

/** Characters of the content type of an object. S3 takes 2 KB of metadata as a whole. */
export const MAX_CONTENT_TYPE_CHARACTERS = 1_024;

/** Messages of one queue. SQS keeps any number. */
export const MAX_MESSAGES = 10_000;

/** Characters of all messages in the queues of one account. */
export const MAX_MESSAGE_CHARACTERS = 1_000_000;

/** Characters of base64 of the code of one function. Lambda takes 50 MB in one request. */
export const MAX_CODE_CHARACTERS = 400_000;

/** Characters of base64 of the code of all functions of one account. */
export const MAX_CODE_CHARACTERS_KEPT = 2_000_000;
