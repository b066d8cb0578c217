#pragma once

#include "sync/master.h"
