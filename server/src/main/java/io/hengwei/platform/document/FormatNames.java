package io.hengwei.platform.document;

import java.util.Locale;
import org.springframework.core.convert.converter.Converter;
import org.springframework.stereotype.Component;

/// `format=csv` in an address, as file names end.
@Component
class FormatNames implements Converter<String, Exports.Format> {
    @Override
    public Exports.Format convert(String name) {
        return Exports.Format.valueOf(name.toUpperCase(Locale.ROOT));
    }
}
