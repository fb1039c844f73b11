// NotSimulated: how a command line leaves at what this shell cannot do.

/** Its message is a sentence for people. It is caught where the command is run. */
export class NotSimulated extends Error {}
