package dev.gatehouse.model.cost;

import dev.gatehouse.model.fact.MissingFactException;
import dev.gatehouse.model.hop.Ambassador;
import dev.gatehouse.model.hop.ApplicationLoadBalancer;
import dev.gatehouse.model.hop.CloudFront;
import dev.gatehouse.model.hop.GlobalAccelerator;
import dev.gatehouse.model.hop.Hop;
import dev.gatehouse.model.hop.HopKind;
import dev.gatehouse.model.hop.HopVisitor;
import dev.gatehouse.model.hop.HostedZone;
import dev.gatehouse.model.hop.HttpApi;
import dev.gatehouse.model.hop.ModelService;
import dev.gatehouse.model.hop.NetworkLoadBalancer;
import dev.gatehouse.model.hop.OutsideHop;
import dev.gatehouse.model.hop.RestApi;
import dev.gatehouse.model.hop.VpcLink;
import dev.gatehouse.model.hop.VpcLinkV2;
import dev.gatehouse.model.hop.WebAcl;
import dev.gatehouse.model.topology.EntryPath;
import dev.gatehouse.model.topology.SeamBalancer;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Stream;

/** Asks every hop what it is charged for. */
final class CostFold implements HopVisitor<List<Charge>> {
    private final Bill bill;

    CostFold(Bill bill) {
        this.bill = bill;
    }

    /** The lines of the bill, edge first, data out last. */
    List<LineItem> lines() {
        PriceList prices = new PriceList(bill.known());
        return charges().stream()
                .flatMap(charge -> prices.lines(charge).stream())
                .toList();
    }

    /** What is charged for, edge first, data out last: as many charges at any load. */
    List<Charge> charges() {
        return Stream.concat(
                        hops().stream().flatMap(hop -> charged(hop.kind(), () -> hop.accept(this)).stream()),
                        charged(new HopKind("network"), () -> DataOutCost.charges(bill)).stream())
                .toList();
    }

    /** A charge whose quantity rests on a fact that nobody has written down is one that can't be told. */
    private static List<Charge> charged(HopKind hop, Supplier<List<Charge>> charges) {
        try {
            return charges.get();
        } catch (MissingFactException e) {
            return List.of(Charge.unknown(hop, "price", String.valueOf(e.getMessage())));
        }
    }

    /** Each hop once: those of the design's path, then a private balancer that only an entry in the VPC has. */
    private Set<Hop> hops() {
        Set<Hop> hops = new LinkedHashSet<>(bill.topology().hops());
        bill.topology().paths().stream().map(EntryPath::hops).forEach(hops::addAll);
        return hops;
    }

    @Override
    public List<Charge> hostedZone(HostedZone hop) {
        return HostedZoneCost.charges(bill, hop);
    }

    @Override
    public List<Charge> globalAccelerator(GlobalAccelerator hop) {
        return AcceleratorCost.charges(bill, hop);
    }

    @Override
    public List<Charge> webAcl(WebAcl hop) {
        return WebAclCost.charges(bill, hop);
    }

    @Override
    public List<Charge> restApi(RestApi hop) {
        return RestApiCost.charges(bill, hop);
    }

    @Override
    public List<Charge> vpcLink(VpcLink hop) {
        return List.of(bill.hours(hop.kind(), "one VPC link"));
    }

    @Override
    public List<Charge> httpApi(HttpApi hop) {
        return HttpApiCost.charges(bill, hop);
    }

    @Override
    public List<Charge> vpcLinkV2(VpcLinkV2 hop) {
        return List.of(bill.hours(hop.kind(), "one VPC link"));
    }

    @Override
    public List<Charge> cloudFront(CloudFront hop) {
        return CloudFrontCost.charges(bill, hop);
    }

    @Override
    public List<Charge> applicationLoadBalancer(ApplicationLoadBalancer hop) {
        return ApplicationBalancerCost.charges(bill, hop);
    }

    @Override
    public List<Charge> networkLoadBalancer(NetworkLoadBalancer hop) {
        String id = bill.topology().seam().balancers().stream()
                .filter(balancer -> balancer.hop().equals(hop))
                .map(SeamBalancer::id)
                .findFirst()
                .orElse(hop.inFrontOfAlb() ? "front" : hop.fixedAddresses() ? "public" : "private");
        return NetworkBalancerCost.charges(bill, hop, id);
    }

    @Override
    public List<Charge> ambassador(Ambassador hop) {
        return IngressCost.charges(bill, hop);
    }

    /** The models' own pods cost the same in every design and are no part of it. */
    @Override
    public List<Charge> modelService(ModelService hop) {
        return List.of();
    }

    @Override
    public List<Charge> outsideHop(OutsideHop hop) {
        return List.of(Charge.unknown(hop.kind(), "price", "what " + hop.kind() + ", which is not ours, is charged"));
    }
}
