// SPDX-License-Identifier: GPL-3.0-or-later
package app.hometown.ui.serving;

import app.hometown.files.Json;
import java.net.URI;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import tools.jackson.databind.SerializationFeature;

/// A request to the endpoint as a line for a POSIX shell, with whatever an id holds.
///
/// @param address of the endpoint
/// @param apiKey what it wants to be shown
/// @param ml whether *ml* is asked for, else *basic*
/// @param userId for whom
/// @param k how many streams
/// @param radiusKm within which radius, where it is not the scoring's own; empty in it is the whole world
public record CurlCommand(
        URI address, Optional<String> apiKey, boolean ml, String userId, int k, Optional<OptionalDouble> radiusKm) {
    /// To paste.
    public String text() {
        return text(apiKey);
    }

    /// To show: without the key.
    public String shown() {
        return text(apiKey.map(key -> "…"));
    }

    private String text(Optional<String> key) {
        return "curl -s " + quoted(address + (ml ? "/v1/scenarios/hometown-ml" : "/v1/scenarios/hometown"))
                + " -H 'Content-Type: application/json'"
                + key.map(shown -> " -H " + quoted("Authorization: Bearer " + shown))
                        .orElse("")
                + " -d "
                + quoted(Json.mapper()
                        .writer()
                        .without(SerializationFeature.INDENT_OUTPUT)
                        .writeValueAsString(body()));
    }

    private Map<String, Object> body() {
        Map<String, Object> body = new LinkedHashMap<>();
        body.put("user_id", userId);
        body.put("max_results", k);
        radiusKm.ifPresent(radius -> body.put("radius_km", radius.isPresent() ? number(radius.getAsDouble()) : null));
        return body;
    }

    private static Number number(double value) {
        return value == Math.rint(value) ? (Number) (long) value : (Number) value;
    }

    private static String quoted(String word) {
        return word.matches("[A-Za-z0-9_./,=+:@%-]+") ? word : "'" + word.replace("'", "'\\''") + "'";
    }
}
