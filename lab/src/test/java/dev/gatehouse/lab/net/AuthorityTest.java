package dev.gatehouse.lab.net;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.security.GeneralSecurityException;
import java.util.List;
import org.junit.jupiter.api.Test;

class AuthorityTest {
    private final Authority authority = Authority.create("Gatehouse lab");

    @Test
    void issues_certificates_that_its_own_certificate_verifies() throws GeneralSecurityException {
        Identity server = authority.server(List.of("models.bank.example", "partner.bank.example"));

        server.certificate().verify(authority.certificate().getPublicKey());
        assertThat(server.certificate().getSubjectAlternativeNames())
                .extracting(name -> String.valueOf(name.get(1)))
                .containsExactlyInAnyOrder("models.bank.example", "partner.bank.example", "127.0.0.1");
        assertThat(server.keyPem()).startsWith("-----BEGIN PRIVATE KEY-----");
    }

    @Test
    void names_a_client_as_asked() {
        assertThat(authority
                        .client("CN=partner-7,O=Partner")
                        .certificate()
                        .getSubjectX500Principal()
                        .getName())
                .isEqualTo("CN=partner-7,O=Partner");
    }

    @Test
    void is_not_believed_by_another() {
        Identity server = Authority.create("another").server(List.of("models.bank.example"));

        assertThatThrownBy(() ->
                        server.certificate().verify(authority.certificate().getPublicKey()))
                .isInstanceOf(GeneralSecurityException.class);
    }

    @Test
    void refuses_a_server_without_a_name() {
        assertThatThrownBy(() -> authority.server(List.of())).isInstanceOf(IllegalArgumentException.class);
    }
}
