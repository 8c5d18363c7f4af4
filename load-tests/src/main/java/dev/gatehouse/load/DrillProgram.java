package dev.gatehouse.load;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.gatehouse.lab.ingress.Engine;
import dev.gatehouse.lab.net.Loops;
import dev.gatehouse.lab.net.Pace;
import dev.gatehouse.measurements.schedule.Schedule;
import dev.gatehouse.model.fact.Facts;
import dev.gatehouse.model.fact.Sheet;
import dev.gatehouse.model.fact.SheetReader;
import dev.gatehouse.model.fact.Sheets;
import dev.gatehouse.model.finding.InvalidInputException;
import dev.gatehouse.model.finding.Severity;
import dev.gatehouse.model.spec.Model;
import dev.gatehouse.model.spec.PlatformSpec;
import dev.gatehouse.model.topology.Design;
import dev.gatehouse.model.topology.Designs;
import dev.gatehouse.model.topology.Topology;
import dev.gatehouse.model.unit.Rate;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The process of its own in which a drill runs: {@code FOLDER SPEC DRILL ENGINE RATE SEED CLOCK DESIGN…}, as
 * {@code gatehouse load --drill} starts it.
 *
 * <p>FOLDER gets {@value #JSON} and {@value #TEXT}, CLOCK says how many times as fast the lab's clock runs. A line on
 * standard error for each design; status 0 if all went through it, 2 if the call can't be understood, 3 if something
 * outside failed.
 */
public final class DrillProgram {
    /** The result, by {@code docs/schema/drill-1.schema.json}. */
    public static final String JSON = "drill.json";

    /** The same for people. */
    public static final String TEXT = "drill.txt";

    private static final int DESIGNS = 7;

    private DrillProgram() {}

    /** Runs the drill and exits. */
    public static void main(String[] arguments) {
        PrintStream said = System.err;
        InputWatch.begin();
        System.exit(run(List.of(arguments), said));
    }

    static int run(List<String> arguments, PrintStream said) {
        Optional<Drill> drill = arguments.size() <= DESIGNS ? Optional.empty() : Drill.ofWord(arguments.get(2));
        if (drill.isEmpty()) {
            said.println("usage: FOLDER SPEC DRILL ENGINE RATE SEED CLOCK DESIGN...");
            return 2;
        }
        try {
            Path file = Path.of(arguments.get(1));
            PlatformSpec spec = SpecFile.read(file);
            Facts facts = facts(spec, file);
            DrillPlan plan = new DrillPlan(
                    drill.get(),
                    arguments.get(3).equals(Engine.ENVOY.word()) ? Engine.ENVOY : Engine.EMBEDDED,
                    Rate.parse(arguments.get(4)),
                    Long.parseLong(arguments.get(5)),
                    Pace.times(Integer.parseInt(arguments.get(6))),
                    DrillSteps.of(drill.get(), facts, spec.region()));
            List<Topology> designs = arguments.subList(DESIGNS, arguments.size()).stream()
                    .map(DrillProgram::design)
                    .map(design -> design.realize(spec, facts))
                    .toList();
            run(plan, Path.of(arguments.get(0)), spec, designs, said);
            return 0;
        } catch (InvalidInputException e) {
            said.println(e.getMessage());
            return 3;
        } catch (IllegalArgumentException | IOException e) {
            said.println("can't be understood: " + e.getMessage());
            return 2;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return 3;
        }
    }

    private static void run(DrillPlan plan, Path folder, PlatformSpec spec, List<Topology> topologies, PrintStream said)
            throws IOException, InterruptedException {
        Model struck = DrillPlan.struck(spec)
                .orElseThrow(() -> new IOException("no model of " + spec.name() + " answers in one piece"));
        Schedule schedule = plan.schedule(spec);
        List<DrillOutcome> outcomes = new ArrayList<>();
        Loops loops = Loops.start("gatehouse-drill", 1);
        try {
            for (Topology topology : topologies) {
                said.println("drill " + plan.drill().word() + ": "
                        + topology.design().id());
                outcomes.add(DrillRun.of(plan, topology, loops, schedule, struck));
            }
        } finally {
            loops.close();
        }
        Files.createDirectories(folder);
        Files.writeString(folder.resolve(JSON), DrillJson.of(plan, spec.name(), struck.name(), outcomes), UTF_8);
        Files.writeString(folder.resolve(TEXT), DrillText.of(plan, spec.name(), struck.name(), outcomes), UTF_8);
    }

    private static Facts facts(PlatformSpec spec, Path file) throws IOException {
        List<Sheet> own = new ArrayList<>();
        for (String name : spec.facts()) {
            Path sheets = file.toAbsolutePath().resolveSibling(name);
            Sheets read = SheetReader.read(
                    name, Files.readAllBytes(sheets), Facts.bundled().kinds());
            if (read.findings().stream().anyMatch(finding -> finding.severity() == Severity.ERROR)) {
                throw new IOException("facts " + name + " have errors");
            }
            own.addAll(read.sheets());
        }
        return Facts.bundled().with(own);
    }

    private static Design design(String id) {
        return Designs.of(id).orElseThrow(() -> new IllegalArgumentException("there is no design '" + id + "'"));
    }
}
