# A cube may say things short: these rules write them out, as section 10 of the Recommendation has it, before the constraints are asked.
PREFIX qb: <http://purl.org/linked-data/cube#>

# What follows from the place of a thing in the cube.
INSERT { ?thing a qb:Observation } WHERE { { ?thing qb:dataSet ?set } UNION { ?slice qb:observation ?thing } } ;
INSERT { ?slice a qb:Slice } WHERE { ?set qb:slice ?slice } ;
INSERT { ?component qb:componentProperty ?property . ?property a ?kind } WHERE {
  VALUES (?by ?kind) { (qb:dimension qb:DimensionProperty) (qb:measure qb:MeasureProperty) (qb:attribute qb:AttributeProperty) }
  ?component ?by ?property
} ;

# Attributes said once of the data set or of a slice.
INSERT { ?observation ?property ?value } WHERE {
  ?component qb:componentProperty ?property ; qb:componentAttachment qb:DataSet .
  ?set qb:structure/qb:component ?component ; ?property ?value .
  ?observation qb:dataSet ?set
} ;
INSERT { ?observation ?property ?value } WHERE {
  ?component qb:componentProperty ?property ; qb:componentAttachment qb:Slice .
  ?set qb:structure/qb:component ?component ; qb:slice ?slice .
  ?slice ?property ?value ; qb:observation ?observation
} ;

# Dimensions that a slice holds fast.
INSERT { ?observation ?dimension ?value } WHERE {
  ?dimension a qb:DimensionProperty .
  ?set qb:structure/qb:component/qb:componentProperty ?dimension ; qb:slice ?slice .
  ?slice ?dimension ?value ; qb:observation ?observation
}
