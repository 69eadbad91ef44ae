namespace Jarpoint.LocalCloud.Systems.Documents;

/// <summary>A Command document of schema 2.2, read and found valid.</summary>
internal sealed record CommandContent(
    string Description, IReadOnlyList<DocumentParameter> Parameters, IReadOnlyList<DocumentStep> Steps)
{
    /// <summary>Values for all parameters: those given, and the defaults of the others.</summary>
    /// <exception cref="SsmException">InvalidParameters.</exception>
    public IReadOnlyDictionary<string, IReadOnlyList<string>> Bind(
        IReadOnlyDictionary<string, IReadOnlyList<string>> given)
    {
        if (given.Keys.FirstOrDefault(name => Parameters.All(parameter => parameter.Name != name)) is { } unknown)
            throw SsmErrors.InvalidParameters($"Parameter {unknown} is not defined in the document.");

        var values = new Dictionary<string, IReadOnlyList<string>>(StringComparer.Ordinal);
        foreach (var parameter in Parameters)
        {
            values[parameter.Name] = given.GetValueOrDefault(parameter.Name)
                ?? parameter.Default
                ?? throw SsmErrors.InvalidParameters($"Parameter {parameter.Name} requires a value.");
            if (parameter.Refuse(values[parameter.Name]) is { } reason)
                throw SsmErrors.InvalidParameters(reason);
        }

        return values;
    }
}
