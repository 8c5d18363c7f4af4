package dev.gatehouse.load;

import com.typesafe.scalalogging.Logger;
import io.gatling.core.action.Action;
import io.gatling.core.structure.ScenarioContext;
import io.gatling.javaapi.core.ActionBuilder;
import java.util.function.BiFunction;
import org.slf4j.LoggerFactory;

/** What every action of ours in a Gatling scenario has: a name, and the logger that Gatling's trait asks for. */
abstract class LoadAction implements Action {
    private final String name;
    private Logger logger = Logger.apply(LoggerFactory.getLogger(LoadAction.class));

    LoadAction(String name) {
        this.name = name;
    }

    /**
     * The builder by which an action of ours stands in a scenario.
     *
     * @param action makes it out of what Gatling runs in, and the action that comes after it
     */
    static ActionBuilder builder(BiFunction<ScenarioContext, Action, LoadAction> action) {
        return () -> new io.gatling.core.action.builder.ActionBuilder() {
            @Override
            public Action build(ScenarioContext context, Action next) {
                return action.apply(context, next);
            }
        };
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public Logger logger() {
        return logger;
    }

    @Override
    public void com$typesafe$scalalogging$StrictLogging$_setter_$logger_$eq(Logger other) {
        logger = other;
    }
}
