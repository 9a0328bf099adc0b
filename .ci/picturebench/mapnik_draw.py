"""Draws the material of .ci/bench-picture with Mapnik: mapnik_draw.py DIR OUT.png [RUNS]

With RUNS it draws and encodes that often more and prints the median seconds of one:
the library without the start of a process and the parsing of its style.
"""
import json, os, statistics, sys, time
import mapnik

folder, out = sys.argv[1], sys.argv[2]
meta = json.load(open(os.path.join(folder, "meta.json")))
k = meta["Density"]
merc = "+proj=merc +a=6378137 +b=6378137 +lat_ts=0 +lon_0=0 +x_0=0 +y_0=0 +k=1 +units=m +nadgrids=@null +no_defs"
m = mapnik.Map(meta["Width"], meta["Height"], merc)
m.background = mapnik.Color("#d6e2ea")
for fonts in ("/usr/share/fonts/truetype/dejavu", "/usr/share/fonts/truetype/noto"):
    if os.path.isdir(fonts):
        mapnik.register_fonts(fonts)
face = "DejaVu Sans Bold" if "DejaVu Sans Bold" in list(mapnik.FontEngine.face_names()) else list(mapnik.FontEngine.face_names())[0]

def line(colour, width, dash=""):
    return f'<LineSymbolizer stroke="{colour}" stroke-width="{width*k}" stroke-linejoin="round" {dash}/>'

styles = {
    "land": '<PolygonSymbolizer fill="#f6f4ee"/>', "urban": '<PolygonSymbolizer fill="#eae4d9"/>', "lake": '<PolygonSymbolizer fill="#d6e2ea"/>',
    "river": line("#a9c4d6", 1), "coast": line("#9ab4c4", 0.8), "admin1": line("#c4bcb0", 1, f'stroke-dasharray="{4*k},{3*k}"'), "country": line("#8a8078", 1.4),
}
rules = "".join(
    f'<Rule><Filter>[party]=\'{p}\'</Filter><MarkersSymbolizer width="{25*k}" height="{25*k}" fill="{c}" stroke="white" stroke-width="{1.5*k}" allow-overlap="true" marker-type="ellipse"/>'
    f'<TextSymbolizer face-name="{face}" size="{11*k}" fill="#222222" halo-fill="white" halo-radius="{1.5*k}" dx="{16*k}" placement-type="simple" placements="E,W,N,S">[name]</TextSymbolizer></Rule>'
    for p, c in (("RU", "#aa0e0c"), ("UA", "#002d98"), ("PRESS", "#02816a"), ("INT", "#8b7ac0")))
xml = f'<Map srs="{merc}" background-color="#d6e2ea">'
for name in meta["Layers"] + ["points"]:
    xml += f'<Style name="{name}">' + (rules if name == "points" else f"<Rule>{styles[name]}</Rule>") + "</Style>"
for name in meta["Layers"] + ["points"]:
    path = os.path.join(folder, name + ".geojson")
    if not json.load(open(path))["features"] if os.path.getsize(path) < 100 else False:
        continue
    xml += (f'<Layer name="{name}" srs="+proj=longlat +datum=WGS84 +no_defs"><StyleName>{name}</StyleName><Datasource><Parameter name="type">geojson</Parameter>'
            f'<Parameter name="file">{path}</Parameter></Datasource></Layer>')
mapnik.load_map_from_string(m, xml + "</Map>")
m.zoom_to_box(mapnik.Box2d(*meta["Extent"]))
mapnik.render_to_file(m, out, "png")
if len(sys.argv) > 3:
    took = []
    for _ in range(int(sys.argv[3])):
        begin = time.perf_counter()
        image = mapnik.Image(m.width, m.height)
        mapnik.render(m, image)
        image.tostring("png")
        took.append(time.perf_counter() - begin)
    print(f"{meta['Width']} × {meta['Height']}  mapnik  {statistics.median(took):.3f} s")
