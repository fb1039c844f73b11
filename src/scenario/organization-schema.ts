// The schema of the organization.
import * as v from 'valibot';
import { list, tags } from './common-schema.ts';
import * as f from './fields.ts';
import { entities } from './table.ts';

const rootId = f.id(/^r-[0-9a-z]{4,32}$/, 'the id of a root like r-ab12');
const unitId = f.id(/^ou-[0-9a-z]{4,32}-[a-z0-9]{8,32}$/, 'the id of a unit like ou-ab12-11111111', 68);
const parentId = v.union([rootId, unitId], 'must be the id of a root or unit');
const policyId = f.id(/^p-[0-9a-zA-Z_]{8,128}$/, 'the id of a policy like p-examplepolicyid', 130);
const policyType = v.picklist(['SERVICE_CONTROL_POLICY', 'RESOURCE_CONTROL_POLICY']);

const unit = v.strictObject({ id: unitId, name: f.text(1, 128), parent: parentId, tags });

const member = v.strictObject({
  account: f.accountId,
  parent: parentId,
  joined: f.instant,
  method: v.picklist(['INVITED', 'CREATED']),
  status: v.picklist(['ACTIVE', 'SUSPENDED', 'PENDING_CLOSURE']),
  tags,
});

const policy = v.strictObject({
  id: policyId,
  name: f.text(1, 128),
  description: f.text(0, 512),
  type: policyType,
  content: f.policyDocument,
  tags,
});

const delegationPolicy = v.strictObject({
  id: f.id(/^rp-[0-9a-zA-Z_]{4,128}$/, 'the id of a resource policy like rp-exampleid', 131),
  content: f.policyDocument,
  tags,
});

const creation = v.strictObject({
  id: f.id(/^car-[a-z0-9]{8,32}$/, 'the id of a request like car-exampleid'),
  name: f.text(1, 50),
  state: v.picklist(['IN_PROGRESS', 'SUCCEEDED', 'FAILED']),
  requested: f.instant,
  account: v.nullable(f.accountId),
  failure: v.nullable(f.text(1, 64)),
});

const administrator = v.strictObject({
  account: f.accountId,
  service: f.servicePrincipal,
  since: f.instant,
});

const attachments = list(policyId, 15);
const access = v.strictObject({ enabled: f.instant });

/** The schema of a value of each table of an organization. */
export const organizationTables = {
  units: unit,
  members: member,
  policies: policy,
  attached: attachments,
  creations: creation,
  trustedServices: access,
  delegatedAdministrators: administrator,
} as const;

export const organization = v.strictObject({
  id: f.organizationId,
  managementAccount: f.accountId,
  featureSet: v.picklist(['ALL', 'CONSOLIDATED_BILLING']),
  root: rootId,
  enabledTypes: list(policyType, 2),
  units: entities(unitId, unit, { nameOf: ({ id }) => id, most: 2_000 }),
  members: entities(f.accountId, member, { nameOf: ({ account }) => account, most: 100 }),
  policies: entities(policyId, policy, { nameOf: ({ id }) => id, most: 12_000 }),
  attached: entities(f.text(1, 68), attachments, { most: 2_101 }),
  creations: entities(f.text(1, 36), creation, { nameOf: ({ id }) => id, most: 1_000 }),
  trustedServices: entities(f.servicePrincipal, access, { most: 200 }),
  delegatedAdministrators: entities(f.text(1, 200), administrator, {
    nameOf: ({ account, service }) => `${service}/${account}`,
    most: 1_000,
  }),
  rootFeatures: list(v.picklist(['RootCredentialsManagement', 'RootSessions']), 2),
  resourcePolicy: v.nullable(delegationPolicy),
  rootTags: tags,
});
