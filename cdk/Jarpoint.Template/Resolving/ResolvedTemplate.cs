namespace Jarpoint.Template.Resolving;

/// <summary>A template for one deployment: only what exists there, every value literal.</summary>
/// <param name="Resources">By logical id, in the order of the template.</param>
/// <param name="Outputs">Values by name.</param>
public sealed record ResolvedTemplate(
    IReadOnlyDictionary<string, ResolvedResource> Resources, IReadOnlyDictionary<string, string> Outputs)
{
    /// <exception cref="TemplateException">There is no such resource in this deployment.</exception>
    public ResolvedResource Resource(string id)
        => Resources.GetValueOrDefault(id)
            ?? throw new TemplateException($"Resources.{id}", "this deployment has no such resource");

    /// <summary>Resources of one type, such as <c>AWS::SQS::Queue</c>, in the order of the template.</summary>
    public IEnumerable<ResolvedResource> OfType(string type) => Resources.Values.Where(resource => resource.Type == type);
}
