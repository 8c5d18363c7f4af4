package dev.gatehouse.model.compare;

import java.util.List;

/** Every row, in the order of the table: first what the spec asks for by name, then what its models imply. */
final class Questions {
    static final List<Question> ALL = List.of(
            new WebFirewallQuestion(),
            PromiseQuestion.FIXED_ADDRESS,
            PromiseQuestion.RATE_LIMIT,
            PromiseQuestion.JWT,
            PromiseQuestion.MUTUAL_TLS,
            new EncryptedQuestion(),
            new PrivateAdminQuestion(),
            new AvailabilityQuestion(),
            new MonthlyCostQuestion(),
            new EntryQuestion(),
            VersionQuestion.CANARY,
            VersionQuestion.CANARY_PIN,
            VersionQuestion.SHADOW,
            new AnswersQuestion(),
            new StreamQuestion(),
            new PayloadQuestion(),
            ProtocolQuestion.GRPC,
            ProtocolQuestion.WEBSOCKET,
            new ConcurrencyQuestion(),
            new ThrottleQuestion());

    private Questions() {}
}
