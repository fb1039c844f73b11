// Missing commands: what people type that is not in this shell, and what to do instead.

const EDITOR =
  "cat > FILE <<'EOF' writes a file: its lines follow, and EOF ends it. The policy editor of the console checks a policy while it is typed.";
const NETWORK = 'nothing here reaches the network. What AWS would answer is asked for with aws.';
const PROGRAMS = 'no programs run here. for, if and $(…) of the shell are there, and aws does the rest.';
const INSTALLED = 'there is nothing to install: aws is here already.';
const OWNER = 'files of this shell have no owners and no modes. Who may do what is decided by policies.';
const NOT_HERE = 'this shell has aws and what help lists.';

const INSTEAD: Readonly<Record<string, string>> = {
  jq: "--query picks out of an answer: aws iam list-users --query 'Users[].UserName' --output text.",
  yq: '--query picks out of an answer, and --output yaml prints it.',
  sed: 'tr replaces characters, cut takes fields, and --query picks out of an answer.',
  awk: 'cut -f 2 takes a field of each line, and --query picks out of an answer.',
  xargs: 'for name in $(aws …); do aws … "$name"; done goes through what a command prints.',
  find: 'ls lists the files.',
  rmdir: 'a directory is gone with its last file: rm FILE.',
  chmod: OWNER,
  chown: OWNER,
  sudo: 'nobody is root in this shell. The root user of the account signs in to the console.',
  su: 'nobody is root in this shell. The root user of the account signs in to the console.',
  man: 'aws iam create-role help is the page of a command; help lists what this shell knows.',
  which: NOT_HERE,
  type: NOT_HERE,
  alias: 'a variable can hold a text: name=…; echo "$name".',
  source: 'paste the script, or open it with Run a script.',
  '.': 'paste the script, or open it with Run a script.',
  bash: 'this is the shell already: paste the script, or open it with Run a script.',
  sh: 'this is the shell already: paste the script, or open it with Run a script.',
  eval: 'write the command itself.',
  watch: 'nothing changes while nobody acts: sandbox clock +1h moves the time.',
  unzip: 'a file of aws lambda is taken as it is.',
  tar: 'zip FILE.zip FILE packs the code of a function.',
  openssl: 'base64 encodes, and aws kms encrypts.',
  uuidgen: 'any text will do where a name has to be new.',
  seq: 'for number in 1 2 3; do …; done goes through numbers.',
  ...Object.fromEntries(['vim', 'vi', 'nano', 'emacs', 'code', 'ed'].map((name) => [name, EDITOR])),
  ...Object.fromEntries(
    ['curl', 'wget', 'ssh', 'scp', 'ping', 'nc', 'dig', 'nslookup'].map((name) => [name, NETWORK]),
  ),
  ...Object.fromEntries(
    ['python', 'python3', 'node', 'npm', 'perl', 'ruby', 'make'].map((name) => [name, PROGRAMS]),
  ),
  ...Object.fromEntries(
    ['apt', 'apt-get', 'brew', 'yum', 'dnf', 'pip', 'pip3'].map((name) => [name, INSTALLED]),
  ),
  ...Object.fromEntries(
    ['git', 'docker', 'kubectl', 'terraform', 'sam', 'cdk', 'eksctl', 'gh'].map((name) => [name, NOT_HERE]),
  ),
};

/** Null for a word that nobody knows. */
export const insteadOf = (command: string): string | null =>
  Object.hasOwn(INSTEAD, command) ? (INSTEAD[command] ?? null) : null;
