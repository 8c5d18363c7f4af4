package dev.gatehouse.ambassador.generate;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gatehouse.model.hop.HopKind;
import dev.gatehouse.model.topology.Condition;
import dev.gatehouse.model.topology.SeamPort;
import dev.gatehouse.model.topology.TargetGroup;
import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.api.model.Service;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class AmbassadorConfigTest {
    private static final String ALL = "dev.gatehouse.ambassador.generate.Generated#all";

    @ParameterizedTest
    @MethodSource(ALL)
    void the_same_topology_gives_the_same_bytes(Generated generated) {
        assertThat(AmbassadorConfig.of(generated.topology()).files())
                .isEqualTo(generated.files().files());
    }

    @ParameterizedTest
    @MethodSource(ALL)
    void the_kustomization_lists_every_file_of_resources(Generated generated) {
        Map<String, String> files = generated.files().files();
        List<String> listed = generated
                .file("kustomization.yaml")
                .lines()
                .flatMap(line -> java.util.regex.Pattern.compile("\"([^\"]+\\.yaml)\"")
                        .matcher(line)
                        .results()
                        .map(found -> found.group(1)))
                .toList();

        assertThat(listed)
                .containsExactlyElementsOf(files.keySet().stream()
                        .filter(name -> Character.isDigit(name.charAt(0)))
                        .toList());
    }

    @ParameterizedTest
    @MethodSource(ALL)
    void target_groups_are_bound_by_the_names_and_ports_of_the_seam(Generated generated) {
        List<TargetGroup> groups = generated.topology().seam().ports().stream()
                .flatMap(port -> port.targetGroups().stream())
                .toList();
        List<HasMetadata> bindings = generated.of("TargetGroupBinding");

        assertThat(bindings).hasSameSizeAs(groups);
        for (TargetGroup group : groups) {
            assertThat(bindings).anySatisfy(binding -> {
                assertThat(binding.getMetadata().getNamespace()).isEqualTo(group.namespace());
                assertThat(Generated.settings(binding))
                        .containsEntry("targetGroupName", group.name())
                        .containsEntry("targetType", "ip")
                        .containsEntry("serviceRef", Map.of("name", group.service(), "port", group.servicePort()))
                        .doesNotContainKey("networking");
            });
        }
    }

    @ParameterizedTest
    @MethodSource("dev.gatehouse.ambassador.generate.Generated#withAmbassador")
    void every_port_of_the_seam_has_a_Listener_and_a_port_of_the_Service(Generated generated) {
        List<SeamPort> ports = generated.topology().seam().ports();
        Service service = (Service) generated.of("Service").get(0);

        assertThat(generated.of("Listener").stream()
                        .map(listener -> Generated.settings(listener).get("port")))
                .containsExactlyElementsOf(ports.stream()
                        .map(port -> (Object) port.targetGroup().port())
                        .toList());
        assertThat(service.getSpec().getPorts().stream()
                        .map(port -> port.getName() + " " + port.getPort() + " "
                                + port.getTargetPort().getIntVal()))
                .containsExactlyElementsOf(Stream.concat(
                                ports.stream()
                                        .map(port -> port.name() + " "
                                                + port.targetGroup().servicePort() + " "
                                                + port.targetGroup().port()),
                                Stream.of("health 8877 8877"))
                        .toList());
        assertThat(service.getMetadata().getName())
                .isEqualTo(ports.get(0).targetGroup().service());
        assertThat(service.getSpec().getSelector())
                .isEqualTo(generated.spec().cluster().selector());
    }

    @ParameterizedTest
    @MethodSource(ALL)
    void without_Ambassador_nothing_of_it_is_generated(Generated generated) {
        if (!generated.topology().design().has(HopKind.AMBASSADOR)) {
            assertThat(generated.files().resources())
                    .extracting(HasMetadata::getKind)
                    .containsOnly("TargetGroupBinding");
            assertThat(generated.files().files()).doesNotContainKey(AmbassadorConfig.CHART_VALUES);
        }
    }

    @ParameterizedTest
    @MethodSource("dev.gatehouse.ambassador.generate.Generated#withAmbassador")
    void every_Secret_that_is_named_is_a_condition_of_yours(Generated generated) {
        List<String> yours = generated.files().conditions().stream()
                .filter(Condition::isYours)
                .map(Condition::text)
                .toList();

        generated.of("Host").stream()
                .map(host -> Generated.settings(host).get("tlsSecret"))
                .filter(Map.class::isInstance)
                .map(secret -> String.valueOf(((Map<?, ?>) secret).get("name")))
                .forEach(secret -> assertThat(yours).anyMatch(text -> text.contains("the Secret " + secret + " ")));
        generated.of("TLSContext").stream()
                .map(Generated::settings)
                .filter(context -> context.containsKey("ca_secret"))
                .map(context -> String.valueOf(context.get("ca_secret")))
                .forEach(secret -> assertThat(yours).anyMatch(text -> text.contains("the Secret " + secret + " ")));
    }
}
