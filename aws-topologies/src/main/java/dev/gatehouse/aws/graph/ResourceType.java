package dev.gatehouse.aws.graph;

import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * What CloudFormation's schema says of a resource type.
 *
 * @param name such as {@code AWS::EC2::VPC}
 * @param properties all its properties
 * @param replacing the properties whose change makes a new resource
 * @param attributes what {@code Fn::GetAtt} gives
 * @param ref what {@code Ref} gives, as the ending of an output's name: {@code Id}, {@code Arn}, {@code Name}
 * @param tags the property that holds tags, if it has one
 * @param mapsTags whether that property is a mapping, and not a list of keys and values
 * @param aliasZone the hosted zone that every alias to such a resource names, if there is one for all of them
 */
public record ResourceType(
        String name,
        Set<String> properties,
        List<String> replacing,
        List<String> attributes,
        String ref,
        Optional<String> tags,
        boolean mapsTags,
        Optional<String> aliasZone) {
    /** Copies the collections. */
    public ResourceType {
        properties = Set.copyOf(properties);
        replacing = List.copyOf(replacing);
        attributes = List.copyOf(attributes);
    }
}
