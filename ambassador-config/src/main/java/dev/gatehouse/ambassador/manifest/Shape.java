package dev.gatehouse.ambassador.manifest;

import java.util.List;
import java.util.Map;

/** What the API server checks of one field. */
sealed interface Shape {
    /** In a user's words. */
    String described();

    /** Text; one of {@code choices} unless that is empty, and by {@code pattern} unless that is empty. */
    record Text(List<String> choices, String pattern) implements Shape {
        @Override
        public String described() {
            return "text";
        }
    }

    /** A whole number; one of {@code choices} unless that is empty. */
    record Whole(List<String> choices, long min, long max) implements Shape {
        @Override
        public String described() {
            return "a whole number";
        }
    }

    /** True or false. */
    record Flag() implements Shape {
        @Override
        public String described() {
            return "true or false";
        }
    }

    /** An object that the API server does not look into. */
    record Anything() implements Shape {
        @Override
        public String described() {
            return "a mapping";
        }
    }

    /** An object with known fields. */
    record Fields(Map<String, Shape> fields, List<String> required) implements Shape {
        @Override
        public String described() {
            return "a mapping";
        }
    }

    /** A map from any name to values of one shape. */
    record Values(Shape value) implements Shape {
        @Override
        public String described() {
            return "a mapping";
        }
    }

    /** A list. */
    record Items(Shape item, long atLeast) implements Shape {
        @Override
        public String described() {
            return "a list";
        }
    }
}
