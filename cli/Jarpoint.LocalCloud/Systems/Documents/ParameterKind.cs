namespace Jarpoint.LocalCloud.Systems.Documents;

/// <summary>The parameter types of a command document.</summary>
internal enum ParameterKind
{
    String,
    StringList,
    Integer,
    Boolean,
    MapList,
    StringMap,
}
