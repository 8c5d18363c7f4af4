package dev.gatehouse.model.spec;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * One platform: what it serves, what it promises and what load it carries. Immutable; made by {@link #named} or by
 * {@link SpecReader}, which both check it, so that a value of this type is always consistent.
 *
 * @param name lower case, digits and hyphens, at most 20 characters: it goes into names that AWS limits to 32
 * @param region the AWS Region, such as {@code eu-west-1}
 * @param zones how many availability zones the platform spans, 2 to 4; 3 if the spec does not say
 * @param network the VPC it lives in
 * @param cluster the EKS cluster that serves the models
 * @param tags tags for every AWS resource, in the order of the spec
 * @param facts paths of own fact files, relative to the spec
 * @param entries who comes in, in the order of the spec; at least one
 * @param consumers what "per consumer" counts by, and their plans
 * @param models what is served, in the order of the spec; at least one
 * @param requirements the promises, in the order of the spec
 * @param keepers requirement word to hop kind: which hop shall keep which promise
 * @param waivers findings that somebody answers for until a day
 * @param patches last words on generated properties
 */
public record PlatformSpec(
        String name,
        String region,
        int zones,
        Network network,
        Cluster cluster,
        Map<String, String> tags,
        List<String> facts,
        List<Entry> entries,
        Consumers consumers,
        List<Model> models,
        List<Requirement> requirements,
        Map<String, String> keepers,
        List<Waiver> waivers,
        List<Patch> patches) {
    /** How many zones a platform spans if its spec does not say. */
    public static final int DEFAULT_ZONES = 3;

    /** Copies every collection; maps keep their order. */
    public PlatformSpec {
        tags = java.util.Collections.unmodifiableMap(new LinkedHashMap<>(tags));
        facts = List.copyOf(facts);
        entries = List.copyOf(entries);
        models = List.copyOf(models);
        requirements = List.copyOf(requirements);
        keepers = java.util.Collections.unmodifiableMap(new LinkedHashMap<>(keepers));
        waivers = List.copyOf(waivers);
        patches = List.copyOf(patches);
    }

    /** Begins a platform of that name. {@link SpecBuilder#build} checks it. */
    public static SpecBuilder named(String name) {
        return new SpecBuilder(name);
    }

    /** The entry of that name, if there is one. */
    public Optional<Entry> entry(String name) {
        return entries.stream().filter(entry -> entry.name().equals(name)).findFirst();
    }

    /** The model of that name, if there is one. */
    public Optional<Model> model(String name) {
        return models.stream().filter(model -> model.name().equals(name)).findFirst();
    }

    /** The models that {@code entry} serves, in the order of the spec. */
    public List<Model> modelsOf(Entry entry) {
        List<Model> served = new ArrayList<>();
        for (Model model : models) {
            if (model.entries().contains(entry.name())) {
                served.add(model);
            }
        }
        return List.copyOf(served);
    }

    /** The requirements of one type, in the order of the spec. */
    public <R extends Requirement> List<R> requirements(Class<R> type) {
        List<R> found = new ArrayList<>();
        for (Requirement requirement : requirements) {
            if (type.isInstance(requirement)) {
                found.add(type.cast(requirement));
            }
        }
        return List.copyOf(found);
    }

    /** The requirement of one type whose scope has {@code entry}, if there is one. */
    public <R extends Requirement> Optional<R> requirement(Class<R> type, Entry entry) {
        return requirements(type).stream()
                .filter(requirement -> requirement.scope().covers(entry))
                .findFirst();
    }

    /** The requirement of one type whose scope has {@code model} on {@code entry}, if there is one. */
    public <R extends Requirement> Optional<R> requirement(Class<R> type, Entry entry, Model model) {
        return requirements(type).stream()
                .filter(requirement -> requirement.scope().covers(entry, model))
                .findFirst();
    }

    /** The same platform with that model in place of the one of its name. */
    public PlatformSpec with(Model changed) {
        return with(
                entries,
                models.stream()
                        .map(model -> model.name().equals(changed.name()) ? changed : model)
                        .toList(),
                requirements,
                keepers);
    }

    /** The same platform with that entry in place of the one of its name. */
    public PlatformSpec with(Entry changed) {
        return with(
                entries.stream()
                        .map(entry -> entry.name().equals(changed.name()) ? changed : entry)
                        .toList(),
                models,
                requirements,
                keepers);
    }

    /** The same platform with one promise in place of another. */
    public PlatformSpec with(Requirement instead, Requirement of) {
        return with(
                entries,
                models,
                requirements.stream()
                        .map(requirement -> requirement.equals(of) ? instead : requirement)
                        .toList(),
                keepers);
    }

    /** The same platform without a word on who keeps that promise. */
    public PlatformSpec withoutKeeper(String requirement) {
        Map<String, String> others = new LinkedHashMap<>(keepers);
        others.remove(requirement);
        return with(entries, models, requirements, others);
    }

    private PlatformSpec with(
            List<Entry> newEntries,
            List<Model> newModels,
            List<Requirement> newRequirements,
            Map<String, String> newKeepers) {
        return new PlatformSpec(
                name,
                region,
                zones,
                network,
                cluster,
                tags,
                facts,
                newEntries,
                consumers,
                newModels,
                newRequirements,
                newKeepers,
                waivers,
                patches);
    }
}
