// ec2:DescribeVpcEndpoints: the VPC endpoints of the account in the Region, or some of them, with their policies.
import type { VpcEndpoint } from '../../../account/resources.ts';
import { sortedValues } from '../../../account/table.ts';
import { err, ok } from '../../../aws/result.ts';
import { homeOf } from '../../home.ts';
import { operation } from '../../operation.ts';
import { DRY_RUN, unlessDry } from './dry-run.ts';
import { FILTERS, narrowed, type Filtering } from './filters.ts';
import { pageOf, PAGING, pagingError } from './paging.ts';
import { endpointIdError, endpointMissing, shownEndpoint } from './vpc-endpoint.ts';

const FILTERING: Filtering<VpcEndpoint> = {
  by: new Map<string, (endpoint: VpcEndpoint) => readonly string[]>([
    ['service-name', ({ service }) => [service]],
    ['vpc-endpoint-id', ({ id }) => [id]],
    ['vpc-endpoint-state', () => ['available']],
    ['vpc-endpoint-type', ({ type }) => [type]],
    ['vpc-id', ({ vpc }) => [vpc]],
  ]),
  tagsOf: ({ tags }) => tags,
};

/** @see https://docs.aws.amazon.com/AWSEC2/latest/APIReference/API_DescribeVpcEndpoints.html */
export const DescribeVpcEndpoints = operation({
  name: 'ec2:DescribeVpcEndpoints',
  readOnly: true,
  cli: 'ec2 describe-vpc-endpoints',
  parameters: {
    VpcEndpointIds: { type: 'textList', event: 'vpcEndpointIds', required: false, item: {} },
    Filters: FILTERS,
    ...PAGING,
    DryRun: DRY_RUN,
  },
  validate: (input) => endpointIdError(input.VpcEndpointIds) ?? pagingError(input),
  authorization: () => [{ action: 'ec2:DescribeVpcEndpoints', resource: '*' }],
  perform: (scene, input) => {
    const { VpcEndpointIds = [], Filters, DryRun } = input;
    const home = homeOf(scene, 'ec2');
    if (!home.ok) return home;
    const { id, vpcEndpoints } = home.value;
    const inRegion = sortedValues(vpcEndpoints).filter(({ region }) => region === scene.env.region);
    const gone = VpcEndpointIds.find((one) => !inRegion.some((endpoint) => endpoint.id === one));
    if (gone !== undefined) return err(endpointMissing(gone));
    const asked =
      VpcEndpointIds.length === 0
        ? inRegion
        : inRegion.filter((endpoint) => VpcEndpointIds.includes(endpoint.id));
    const left = narrowed(asked, Filters, FILTERING);
    if (!left.ok) return left;
    const page = pageOf(left.value, input, (endpoint) => endpoint.id);
    if (!page.ok) return page;
    const output = {
      VpcEndpoints: page.value.items.map((endpoint) => shownEndpoint(id, endpoint)),
      ...page.value.page,
    };
    return unlessDry(DryRun, ok({ output, changes: [] }));
  },
});
