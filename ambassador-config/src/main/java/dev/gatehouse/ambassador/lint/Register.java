package dev.gatehouse.ambassador.lint;

import java.util.List;
import java.util.stream.Stream;

/** All rules, by number. */
final class Register {
    static final List<Rule> RULES = List.of(
            new DottedName(),
            new NoHostname(),
            new NoHostTakesIt(),
            new UnfitName(),
            new ForeignId(),
            new StarInHost(),
            new HostTwice(),
            new BoolHeaders(),
            new DeprecatedField(),
            new TakesNeighbour(),
            new NoExactTwin(),
            new CarvedOut(),
            new GroupAcrossNamespaces(),
            new Unreachable(),
            new RegexWithDefaultRewrite(),
            new RegexJumpsAhead(),
            new NotRe2(),
            new LargeExpression(),
            new Expanded(),
            new MalformedDuration(),
            new WeightsOver100(),
            new WeightOver100(),
            new LeftoverWeight(),
            new LoneWeight(),
            new EvenSplit(),
            new NothingLeft(),
            new NegativeWeight(),
            new RefusedByGroup(),
            new AcceptedByOrder(),
            new GroupWideValue(),
            new SharedHeaders(),
            new SharedCluster(),
            new RedirectInGroup(),
            new SecondShadow(),
            new ShadowAlone(),
            new RetryWithoutCondition(),
            new RetriableStatusCodes(),
            new BalancerWithoutEndpoints(),
            new BalancerKey(),
            new UnknownResolver(),
            new UnknownTlsContext(),
            new DroppedForField(),
            new FieldWithoutEffect(),
            new HealthChecksUnused(),
            new KeepaliveIdleTime(),
            new UnfitService(),
            new UnverifiedUpstream(),
            new DefaultTimeout(),
            new IdleBeforeTimeout(),
            new GrpcPinned(),
            new GrpcRewritten(),
            new ForeignLabelDomain(),
            new ConsulName(),
            new TwoRedirectPaths());

    static final List<About> ABOUT = Stream.concat(RULES.stream().map(Rule::about), Stream.of(Unexplained.ABOUT)).toList();

    private Register() {}
}
