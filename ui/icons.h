#pragma once

#include <QIcon>
#include <QString>

/// A line icon of resources/icons by name, painted in the colour of the palette in force when it is
/// painted: icons follow a change of theme by themselves. An unknown name gives an empty icon.
QIcon themedIcon(const QString &name);

/// The same in one fixed role: `accent` for what wants to be seen.
QIcon accentIcon(const QString &name);
