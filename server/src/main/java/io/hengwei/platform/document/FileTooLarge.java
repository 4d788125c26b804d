package io.hengwei.platform.document;

import io.hengwei.platform.shared.Refused;
import org.springframework.http.HttpStatus;

/// 413, with the limit in megabytes.
class FileTooLarge extends Refused {
    FileTooLarge(long limit) {
        super(HttpStatus.CONTENT_TOO_LARGE, "too-large", "file-too-large", limit >> 20);
    }
}
