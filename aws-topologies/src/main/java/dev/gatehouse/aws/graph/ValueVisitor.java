package dev.gatehouse.aws.graph;

/** One method per kind of value: how a format covers them all. */
public interface ValueVisitor<R> {
    /** A text. */
    R text(Value.Text value);

    /** A number. */
    R number(Value.Whole value);

    /** True or false. */
    R truth(Value.Truth value);

    /** A list. */
    R items(Value.Items value);

    /** A mapping. */
    R fields(Value.Fields value);

    /** {@code Ref} to a resource. */
    R identity(Value.Identity value);

    /** {@code Fn::GetAtt}. */
    R attribute(Value.Attribute value);

    /** {@code Ref} to a parameter. */
    R given(Value.Given value);

    /** A pseudo parameter. */
    R pseudo(Value.Pseudo value);

    /** {@code Fn::Sub}. */
    R composed(Value.Composed value);

    /** {@code Fn::Join} of a list that a resource gives. */
    R flattened(Value.Flattened value);

    /** One of the Region's availability zones. */
    R zoneName(Value.ZoneName value);
}
