package dev.gatehouse.aws.graph;

/** How a value stands inside the text of {@code Fn::Sub}. */
final class Placeholder implements ValueVisitor<String> {
    static final Placeholder INSTANCE = new Placeholder();

    private Placeholder() {}

    @Override
    public String text(Value.Text value) {
        return value.text().replace("${", "${!");
    }

    @Override
    public String number(Value.Whole value) {
        return value.number().toPlainString();
    }

    @Override
    public String identity(Value.Identity value) {
        return "${" + value.resource() + "}";
    }

    @Override
    public String attribute(Value.Attribute value) {
        return "${" + value.resource() + "." + value.name() + "}";
    }

    @Override
    public String given(Value.Given value) {
        return "${" + value.parameter() + "}";
    }

    @Override
    public String pseudo(Value.Pseudo value) {
        return "${" + value.name() + "}";
    }

    @Override
    public String truth(Value.Truth value) {
        throw notAPiece(value);
    }

    @Override
    public String items(Value.Items value) {
        throw notAPiece(value);
    }

    @Override
    public String fields(Value.Fields value) {
        throw notAPiece(value);
    }

    @Override
    public String composed(Value.Composed value) {
        throw notAPiece(value);
    }

    @Override
    public String flattened(Value.Flattened value) {
        throw notAPiece(value);
    }

    @Override
    public String zoneName(Value.ZoneName value) {
        throw notAPiece(value);
    }

    private static IllegalStateException notAPiece(Value value) {
        return new IllegalStateException("a text can't be composed of " + value);
    }
}
