-- Asks for one path after the other, as the file that PATHS names lists them.
local paths = {}
for line in io.lines(os.getenv("PATHS")) do paths[#paths + 1] = line end
local at = math.random(0, #paths)
request = function()
  at = at % #paths + 1
  return wrk.format("GET", paths[at])
end
