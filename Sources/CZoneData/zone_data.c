#include "zone_data.h"
