package dev.gatehouse.aws.graph;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;

class TemplateYamlTest {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "on",
                "Off",
                "yes",
                "NO",
                "y",
                "null",
                "true",
                "~",
                "",
                " x",
                "x ",
                "1",
                "1_000",
                "0x1f",
                "1e3",
                "12:30:45",
                "2010-09-09",
                "*/*",
                "{proxy+}",
                "a: b",
                "a #b",
                "#a",
                "- a",
                "!Ref x",
                "&a",
                "@a",
                "`a`",
                "%a",
                "it's",
                "\"quoted\"",
                "a\\b",
                "?",
                "a:",
                "=",
                "<<",
                "line\nline"
            })
    void a_text_that_yaml_could_take_for_something_else_is_quoted(String text) {
        String written = TemplateYaml.write(Value.text(text)).strip();

        assertThat(written).startsWith("'").endsWith("'");
        assertThat(new Load(LoadSettings.builder().build()).loadFromString(written))
                .isEqualTo(text);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "network",
                "AWS::EC2::VPC",
                "vpc-0a1b2c3d4e5f60718",
                "/ambassador/v0/check_ready",
                "Clients inside the VPC",
                "https://models.bank.example:11922/v2/models/fraud",
                "a, b (c)"
            })
    void plain_words_stay_bare(String text) {
        assertThat(TemplateYaml.write(Value.text(text)).strip()).isEqualTo(text);
    }

    @ParameterizedTest
    @CsvSource({"Vpc,!Ref Vpc", "Other,!Ref Other"})
    void references_have_their_short_form(String id, String written) {
        assertThat(TemplateYaml.write(new Value.Identity(id)).strip()).isEqualTo(written);
    }

    @Test
    void composed_texts_become_one_substitution_in_which_other_dollars_are_literal() {
        Value composed = Value.joined(
                Value.text("arn:${x}:"), Value.region(), Value.text("/"), new Value.Attribute("Vpc", "VpcId"));

        assertThat(TemplateYaml.write(composed).strip()).isEqualTo("!Sub 'arn:${!x}:${AWS::Region}/${Vpc.VpcId}'");
    }

    @Test
    void a_whole_template_reads_like_one_written_by_hand() {
        Resource vpc = Resource.of("Vpc", "AWS::EC2::VPC")
                .with("CidrBlock", "10.0.0.0/16")
                .with("EnableDnsSupport", true)
                .because("Everything is in it.")
                .retainedAlways();
        Resource subnet = Resource.of("Subnet", "AWS::EC2::Subnet")
                .with("AvailabilityZone", new Value.ZoneName(0))
                .with("VpcId", vpc.identity())
                .after(List.of("Vpc"));
        Output output = new Output("Zone", "The zone", subnet.attribute("AvailabilityZone"));

        assertThat(TemplateYaml.write(new Template("A test", List.of(), List.of(vpc, subnet), List.of(output))))
                .isEqualTo("""
                        AWSTemplateFormatVersion: '2010-09-09'
                        Description: A test
                        Resources:
                          # Everything is in it.
                          Vpc:
                            Type: AWS::EC2::VPC
                            DeletionPolicy: Retain
                            UpdateReplacePolicy: Retain
                            Properties:
                              CidrBlock: '10.0.0.0/16'
                              EnableDnsSupport: true
                          Subnet:
                            Type: AWS::EC2::Subnet
                            DependsOn: Vpc
                            Properties:
                              AvailabilityZone: !Select [0, !GetAZs '']
                              VpcId: !Ref Vpc
                        Outputs:
                          Zone:
                            Description: The zone
                            Value: !GetAtt Subnet.AvailabilityZone
                        """);
    }
}
