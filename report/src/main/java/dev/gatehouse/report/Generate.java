package dev.gatehouse.report;

import dev.gatehouse.model.topology.Topology;
import dev.gatehouse.report.folder.OwnFolder;
import dev.gatehouse.report.generated.DesignFiles;
import dev.gatehouse.report.guide.DeployGuide;
import dev.gatehouse.report.write.ManifestJson;
import dev.gatehouse.report.write.Origin;
import java.nio.file.Path;
import java.util.Collections;
import java.util.SortedMap;
import java.util.TreeMap;

/** The AWS and Kubernetes files of one design, with a manifest of them and the steps to deploy them. */
public final class Generate {
    private static final String COMMAND = "generate";
    private static final String MANIFEST = "manifest.json";
    private static final String GUIDE = "README.md";

    private Generate() {}

    /**
     * Writes the files into a new folder beside {@code target} and lets the two change places.
     *
     * @param topology the platform on the design's path, with today's facts
     * @param origin what the files are made with and of
     * @param target where the folder is, or shall be
     * @return {@code target}
     * @throws dev.gatehouse.model.finding.InvalidInputException with GH-640 to GH-644 if the folder may not, or can't,
     *     be replaced, or with GH-500 to GH-549 if the design can't be generated; in both cases nothing has changed
     */
    public static Path write(Topology topology, Origin origin, Path target) {
        OwnFolder folder = OwnFolder.of(COMMAND, target);
        folder.check();
        return folder.replace(files(topology, origin));
    }

    /**
     * The files by path, with forward slashes. The same topology and origin give the same bytes.
     *
     * @throws dev.gatehouse.model.finding.InvalidInputException with GH-500 to GH-549 if the design can't be generated
     */
    public static SortedMap<String, String> files(Topology topology, Origin origin) {
        DesignFiles design = DesignFiles.of(topology);
        SortedMap<String, String> files = new TreeMap<>(design.files());
        files.put(
                GUIDE,
                "# " + topology.spec().name() + ", " + topology.design().title() + "\n\n## How to deploy it\n\n"
                        + DeployGuide.of(design));
        files.put(MANIFEST, ManifestJson.of(design, files, origin));
        return Collections.unmodifiableSortedMap(files);
    }
}
