// SPDX-License-Identifier: GPL-3.0-or-later
package app.hometown.ui.map.online;

import app.hometown.domain.InputException;
import app.hometown.ui.fx.Texts;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// A server of tiles as a person names it. What exists has been checked.
///
/// @param template a web address with `{z}`, `{x}` and `{y}` where the tile's numbers go
/// @param attribution whom to thank, shown on the map
public record TileSource(String template, String attribution) {
    private static final Pattern FIELD = Pattern.compile("\\{([^{}]*)}");
    private static final String[] FIELDS = {"{z}", "{x}", "{y}"};

    /// @throws InputException when the template is no web address of tiles or nobody is thanked, with what to do
    public TileSource {
        template = template.strip();
        attribution = attribution.strip();
        for (String field : FIELDS) {
            if (!template.contains(field)) {
                throw wrong("tiles.wrong.field", field);
            }
        }
        Matcher fields = FIELD.matcher(template);
        while (fields.find()) {
            if (!"zxy".contains(fields.group(1)) || fields.group(1).length() != 1) {
                throw wrong("tiles.wrong.unknown", fields.group());
            }
        }
        URI example = example(template);
        String scheme = example.getScheme() == null ? "" : example.getScheme().toLowerCase(Locale.ROOT);
        if (!scheme.equals("http") && !scheme.equals("https")) {
            throw wrong("tiles.wrong.scheme");
        }
        if (example.getHost() == null) {
            throw wrong("tiles.wrong.host");
        }
        if (example.getRawUserInfo() != null) {
            throw wrong("tiles.wrong.password");
        }
        if (attribution.isEmpty()) {
            throw new InputException(
                    Texts.text("tiles.attribution"),
                    Texts.text("tiles.wrong.attribution"),
                    Texts.text("tiles.remedy.attribution"));
        }
    }

    /// The address of one tile.
    public URI uri(TileAddress tile) {
        return URI.create(filled(template, tile));
    }

    private static URI example(String template) {
        try {
            return new URI(filled(template, new TileAddress(1, 1, 1)));
        } catch (URISyntaxException e) {
            throw wrong("tiles.wrong.address", e.getReason());
        }
    }

    private static String filled(String template, TileAddress tile) {
        return template.replace("{z}", Integer.toString(tile.zoom()))
                .replace("{x}", Long.toString(tile.x()))
                .replace("{y}", Long.toString(tile.y()));
    }

    private static InputException wrong(String key, Object... values) {
        return new InputException(Texts.text("tiles.address"), Texts.text(key, values), Texts.text("tiles.remedy"));
    }
}
