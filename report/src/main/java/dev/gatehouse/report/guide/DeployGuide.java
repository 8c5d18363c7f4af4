package dev.gatehouse.report.guide;

import dev.gatehouse.ambassador.generate.AmbassadorConfig;
import dev.gatehouse.aws.AwsFiles.AwsStack;
import dev.gatehouse.aws.graph.Names;
import dev.gatehouse.aws.graph.Parameter;
import dev.gatehouse.model.spec.CreatedZone;
import dev.gatehouse.model.spec.Entry;
import dev.gatehouse.model.topology.Topology;
import dev.gatehouse.report.generated.DesignFiles;
import dev.gatehouse.report.text.Markdown;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** How a design is deployed, step by step, with the commands to type in the folder of its files. */
public final class DeployGuide {
    private final DesignFiles design;
    private final Topology topology;
    private final StringBuilder text = new StringBuilder();
    private int step;

    private DeployGuide(DesignFiles design) {
        this.design = design;
        this.topology = design.topology();
    }

    /** The steps as Markdown, under headings of the third level. */
    public static String of(DesignFiles design) {
        DeployGuide guide = new DeployGuide(design);
        guide.values();
        guide.stacks();
        guide.kubernetes();
        guide.names();
        Probes.of(design.topology())
                .ifPresent(probes -> guide.step("See that it works").append(probes));
        return guide.text.toString();
    }

    private StringBuilder step(String title) {
        step++;
        return text.append("### ").append(step).append(". ").append(title).append("\n\n");
    }

    private void values() {
        Map<String, Parameter> yours = new LinkedHashMap<>();
        design.aws()
                .stacks()
                .forEach(stack -> stack.parameters().stream()
                        .filter(parameter -> parameter.giver().stack().isEmpty())
                        .forEach(parameter -> yours.putIfAbsent(parameter.name(), parameter)));
        step("Set what only you know").append("In a shell, in this folder:\n\n```sh\n");
        yours.values()
                .forEach(parameter -> text.append(Shell.assignment(
                                parameter.name(), parameter.defaultValue().orElse("")))
                        .append("   # ")
                        .append(Shell.comment(parameter.description()))
                        .append('\n'));
        if (yours.containsKey("CloudFrontPrefixListId")) {
            text.append("# CloudFrontPrefixListId: aws ec2 describe-managed-prefix-lists --region ")
                    .append(topology.spec().region())
                    .append(" --filters Name=prefix-list-name,Values=com.amazonaws.global.cloudfront.origin-facing\n");
        }
        text.append("""
                output() {   # the value of a stack's output: output STACK NAME
                  aws cloudformation describe-stacks --region "$1" --stack-name "$2" \\
                    --query "Stacks[0].Outputs[?OutputKey=='$3'].OutputValue" --output text
                }
                ```

                """.replace("output STACK NAME", "output REGION STACK NAME"));
    }

    private void stacks() {
        Map<Integer, List<AwsStack>> inOrder = new TreeMap<>();
        design.aws()
                .stacks()
                .forEach(stack -> inOrder.computeIfAbsent(stack.order(), any -> new java.util.ArrayList<>())
                        .add(stack));
        inOrder.forEach((order, stacks) -> {
            step("Deploy "
                    + String.join(", ", stacks.stream().map(AwsStack::name).toList()));
            if (stacks.size() > 1) {
                text.append("These need nothing of each other, and may be deployed at the same time.\n\n");
            }
            stacks.forEach(this::deploy);
            stacks.stream()
                    .filter(stack -> stack.template().contains("AWS::EC2::VPC\n"))
                    .findFirst()
                    .ifPresent(stack -> text.append("Make the EKS cluster in this network now: later stacks need the ")
                            .append("`ClusterSecurityGroupId` of its pods. Set it as above.\n\n"));
            stacks.stream().filter(DeployGuide::makesZones).findFirst().ifPresent(this::delegate);
        });
    }

    private void deploy(AwsStack stack) {
        if (!stack.region().equals(topology.spec().region())) {
            text.append("This one is in ")
                    .append(stack.region())
                    .append(
                            ", where CloudFront looks for certificates and firewalls; what it gives is handed on below.\n\n");
        }
        text.append("```sh\naws cloudformation deploy --region ")
                .append(stack.region())
                .append(" \\\n  --stack-name ")
                .append(design.stackName(stack.name()))
                .append(" \\\n  --template-file aws/")
                .append(stack.file())
                .append(" \\\n  --no-fail-on-empty-changeset");
        if (stack.template().contains("AWS::IAM::")) {
            text.append(" \\\n  --capabilities CAPABILITY_NAMED_IAM");
        }
        if (!stack.parameters().isEmpty()) {
            text.append(" \\\n  --parameter-overrides");
            stack.parameters().forEach(parameter -> text.append(" \\\n    ").append(override(stack, parameter)));
        }
        text.append("\n```\n\n");
    }

    private String override(AwsStack stack, Parameter parameter) {
        String value = parameter
                .giver()
                .stack()
                .map(giver -> "$(output " + region(giver, stack) + " " + design.stackName(giver) + " "
                        + parameter.name() + ")")
                .orElse("$" + parameter.name());
        return parameter.name() + "=\"" + value + "\"";
    }

    private String region(String giver, AwsStack taker) {
        return design.aws().stacks().stream()
                .filter(stack -> stack.name().equals(giver))
                .map(AwsStack::region)
                .findFirst()
                .orElse(taker.region());
    }

    private static boolean makesZones(AwsStack stack) {
        return stack.template().contains("AWS::Route53::HostedZone\n");
    }

    private void delegate(AwsStack stack) {
        Map<String, CreatedZone> zones = new TreeMap<>();
        topology.spec()
                .entries()
                .forEach(entry -> entry.zone()
                        .filter(CreatedZone.class::isInstance)
                        .map(CreatedZone.class::cast)
                        .ifPresent(zone -> zones.merge(zone.apex(), zone, DeployGuide::withMail)));
        if (zones.isEmpty()) {
            return;
        }
        boolean certificates = topology.spec().entries().stream()
                .anyMatch(
                        entry -> entry.zone().isPresent() && entry.certificate().isEmpty());
        step("Delegate the zone before you go on")
                .append(
                        certificates
                                ? "Certificates are proved by records in the zone, and their stack waits until the world finds it.\n\n"
                                : "Nobody finds a name of the zone before.\n\n");
        zones.forEach((apex, zone) -> {
            text.append("- The zone's name servers: `output ")
                    .append(stack.region())
                    .append(' ')
                    .append(design.stackName(stack.name()))
                    .append(' ')
                    .append(Names.path(apex))
                    .append("NameServers`.\n");
            zone.importFile()
                    .ifPresent(file -> text.append("- Carry every record of ")
                            .append(Markdown.code(file))
                            .append(" that still holds into the new zone first, mail above all.\n"));
            text.append(
                    zone.mail().isEmpty()
                            ? "- The spec gives no mail servers for " + Markdown.text(apex)
                                    + ": if it receives mail today, add `mail:` to the zone first, or mail is lost.\n"
                            : "- Ask a new name server for the mail servers: `dig +short MX " + apex
                                    + " @NAMESERVER` must say " + String.join(", ", zone.mail()) + ".\n");
            text.append("- Where ")
                    .append(Markdown.text(apex))
                    .append(
                            " is registered (or in its parent zone) replace its NS records by those name servers. Go on when `dig +short NS ")
                    .append(apex)
                    .append("` shows them.\n");
        });
        text.append('\n');
    }

    private static CreatedZone withMail(CreatedZone one, CreatedZone other) {
        return one.mail().isEmpty() && one.importFile().isEmpty() ? other : one;
    }

    private void kubernetes() {
        boolean emissary = design.kubernetes().files().containsKey(AmbassadorConfig.CHART_VALUES);
        step("Apply the Kubernetes side");
        if (emissary) {
            text.append("Emissary-ingress 4 runs with the values of `kubernetes/")
                    .append(AmbassadorConfig.CHART_VALUES)
                    .append(
                            "` (CHART is its chart, as you get it):\n\n```sh\nhelm upgrade --install emissary-ingress CHART --namespace ")
                    .append(topology.spec().cluster().ambassador())
                    .append(" \\\n  --values kubernetes/")
                    .append(AmbassadorConfig.CHART_VALUES)
                    .append("\n```\n\n");
        }
        text.append("```sh\nkubectl apply -k kubernetes\nkubectl get targetgroupbindings --all-namespaces\n```\n\n");
    }

    private void names() {
        List<Entry> without = topology.spec().entries().stream()
                .filter(entry -> entry.zone().isEmpty())
                .toList();
        if (without.isEmpty()) {
            return;
        }
        step("Give the names that have no zone here")
                .append("At your DNS host make each name a CNAME of what its command prints.\n\n");
        for (Entry entry : without) {
            text.append("- `").append(entry.host()).append("`");
            design.aws().stacks().stream()
                    .filter(stack -> stack.outputs().stream()
                            .anyMatch(output -> output.name().equals(target(entry))))
                    .findFirst()
                    .ifPresent(stack -> text.append(": `output ")
                            .append(stack.region())
                            .append(' ')
                            .append(design.stackName(stack.name()))
                            .append(' ')
                            .append(target(entry))
                            .append('`'));
            text.append('\n');
        }
        text.append('\n');
    }

    private static String target(Entry entry) {
        return Names.word(entry.name()) + "Target";
    }
}
