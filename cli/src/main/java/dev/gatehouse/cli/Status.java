package dev.gatehouse.cli;

/** How a call ended. The numbers are a contract with scripts. */
enum Status {
    /** Done. */
    DONE(0),
    /** Done, but the answer is no: an error finding, no route, a bound that is not met. */
    NO(1),
    /** The call, a path or a file could not be understood. */
    NOT_UNDERSTOOD(2),
    /** Something outside failed, or Gatehouse itself. */
    FAILED(3);

    private final int number;

    Status(int number) {
        this.number = number;
    }

    int number() {
        return number;
    }
}
