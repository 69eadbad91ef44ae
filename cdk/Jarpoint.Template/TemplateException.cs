namespace Jarpoint.Template;

/// <summary>A template says what it may not, or what this library does not know.</summary>
/// <param name="place">Where, such as <c>Resources.CatalogJars.Properties.Timeot</c> or <c>line 12</c>.</param>
/// <param name="fault">What is wrong there, without a full stop.</param>
public sealed class TemplateException(string place, string fault) : Exception($"{place}: {fault}")
{
    public string Place => place;
}
