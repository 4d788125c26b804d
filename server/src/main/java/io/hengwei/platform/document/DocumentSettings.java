package io.hengwei.platform.document;

import static io.hengwei.platform.setting.SettingScope.Kind.UNIT;

import io.hengwei.platform.setting.DeclaresSettings;
import io.hengwei.platform.setting.Setting;
import java.util.List;
import org.springframework.stereotype.Component;

@Component
final class DocumentSettings implements DeclaresSettings {
    /// @param extensions without the dot, in small letters
    record Kinds(List<String> extensions) {}

    static final Setting<Integer> LARGEST_FILE = Setting.integer("document.largest-file", 10)
            .atLeast(1)
            .unit("MB")
            .asProposed()
            .scopes(UNIT);

    static final Setting<Kinds> ALLOWED_KINDS = Setting.table(
                    "document.allowed-kinds",
                    Kinds.class,
                    new Kinds(List.of(
                            "png", "jpg", "jpeg", "gif", "webp", "bmp", "tif", "tiff", "pdf", "txt", "log", "csv", "md",
                            "json", "xml", "yaml", "yml", "conf", "cfg", "ini", "sql", "doc", "docx", "xls", "xlsx",
                            "ppt", "pptx", "vsd", "vsdx", "wps", "et", "dps", "odt", "ods", "odp", "rtf", "eml", "msg",
                            "zip", "gz", "tgz", "7z", "rar")))
            .asProposed();

    static final Setting<Integer> EXPORT_ROWS =
            Setting.integer("document.export-rows", 100_000).atLeast(1).asProposed();
}
