#include "model/store/storeerror.h"

QString StoreError::userMessage() const
{
    switch (kind) {
    case Kind::NotFound:
        return tr("This document is not on this device.");
    case Kind::Damaged:
        return tr("The library file is damaged and cannot be read. It was not changed. Restore it "
                  "from a backup, or start with an empty profile and sync again.");
    case Kind::Foreign:
        return tr("This file belongs to another program, not to Sheaf. It was not changed. Choose "
                  "another profile folder.");
    case Kind::NewerSchema:
        return tr(
            "This library was written by a newer version of Sheaf. It was not changed. Update "
            "Sheaf to open it.");
    case Kind::ReadOnly:
        return tr("The library cannot be written: the file or its folder is read-only. Nothing was "
                  "changed. Allow writing to it, or choose another profile folder.");
    case Kind::DiskFull:
        return tr("The disk is full, so the last change was not saved. Everything saved before is "
                  "still there. Free some space and try again.");
    case Kind::Locked:
        return tr("Another program keeps the library busy, so the last change was not saved. Close "
                  "it and try again.");
    case Kind::Interrupted:
        return tr("The search was stopped.");
    case Kind::Invalid:
        return tr("This document cannot be stored: it is too large or its name is not valid. What "
                  "was stored before is still there.");
    case Kind::Io:
        return tr("The library could not be read or written. Everything saved before is still "
                  "there. Check the disk and try again.");
    }
    return {};
}
