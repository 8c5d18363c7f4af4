package dev.gatehouse.lab;

import dev.gatehouse.model.spec.Model;
import dev.gatehouse.model.spec.Protocol;

/** The method by which a model that speaks gRPC is asked for an inference. */
public final class InferenceMethod {
    /** The path of the service of the Open Inference Protocol. */
    public static final String OPEN_INFERENCE = "/inference.GRPCInferenceService/";

    private InferenceMethod() {}

    /**
     * The path of a request: of a model that speaks gRPC {@code /package.Service/Method}, of any other its path. A
     * model whose path names no method is asked for {@code ModelInfer}, or {@code ModelStreamInfer} if it streams.
     */
    public static String path(Model model) {
        if (model.protocol() != Protocol.GRPC || !model.isPrefix()) {
            return model.path();
        }
        String service = model.path().equals("/") ? OPEN_INFERENCE : model.path();
        return service + (model.stream().isPresent() ? "ModelStreamInfer" : "ModelInfer");
    }

    /** Whether a server other than the lab's has it: the path names a method, or a service whose methods are known. */
    public static boolean isKnown(Model model) {
        return model.protocol() != Protocol.GRPC
                || !model.isPrefix()
                || model.path().equals("/")
                || model.path().equals(OPEN_INFERENCE);
    }
}
