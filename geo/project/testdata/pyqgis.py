# What QGIS makes of a document: reads every layer with the style that is kept in
# the file, draws them, and edits a claim and a place as a user would.
#   pyqgis.py DOCUMENT CLAIM-ID PLACE-ID PICTURE
import os
import sys

os.environ["QT_QPA_PLATFORM"] = "offscreen"
from qgis.core import *
from qgis.PyQt.QtCore import QSize
from qgis.PyQt.QtGui import QColor

path, claim, place, picture = sys.argv[1:]
app = QgsApplication([], False)
app.initQgis()
layers = {}
for name in ["context_areas", "context_lines", "context", "regions", "places", "claims",
             "articles", "sources", "excerpts", "history", "corrections", "context_layers"]:
    layer = QgsVectorLayer(f"{path}|layername={name}", name, "ogr")
    styled = layer.loadDefaultStyle()[1] if layer.isValid() and layer.isSpatial() else False
    renderer = layer.renderer().type() if layer.renderer() else ""
    print("layer", name, layer.isValid(), layer.featureCount(), styled, renderer, layer.crs().authid())
    layers[name] = layer

settings = QgsMapSettings()
settings.setLayers([l for l in reversed(list(layers.values())) if l.isSpatial()])
settings.setOutputSize(QSize(600, 450))
settings.setBackgroundColor(QColor("white"))
extent = layers["places"].extent()
extent.grow(0.2)
settings.setExtent(extent)
job = QgsMapRendererParallelJob(settings)
job.start()
job.waitForFinished()
image = job.renderedImage()
image.save(picture)
seen = {}
for y in range(image.height()):
    for x in range(image.width()):
        c = image.pixelColor(x, y).name()
        seen[c] = seen.get(c, 0) + 1
for colour in ["#aa0e0c", "#002d98", "#b09300", "#02816a", "#8b7ac0", "#321a25"]:
    print("colour", colour, seen.get(colour, 0))

claims, places = layers["claims"], layers["places"]
assert claims.startEditing()
for f in claims.getFeatures():
    if f["claim_id"] == claim:
        assert claims.changeAttributeValue(f.id(), claims.fields().indexOf("status"), "confirmed")
assert claims.commitChanges(), claims.commitErrors()
assert places.startEditing()
for f in places.getFeatures():
    if f["place_id"] == place:
        assert places.changeGeometry(f.id(), QgsGeometry.fromPointXY(QgsPointXY(37.25, 48.3)))
assert places.commitChanges(), places.commitErrors()
print("edited")
del f, claims, places, layer, job, settings, image
layers.clear()
app.exitQgis()
sys.stdout.flush()
os._exit(0)  # Python would take apart what QGIS has taken apart already
