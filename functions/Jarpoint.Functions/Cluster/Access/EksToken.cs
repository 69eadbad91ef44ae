namespace Jarpoint.Functions.Cluster.Access;

/// <summary>A bearer token: whoever has it is us. It prints as what it is, never its value.</summary>
/// <param name="value">Goes into the Authorization header and nowhere else.</param>
/// <param name="usableUntil">From then on it is renewed before use.</param>
internal sealed class EksToken(string value, DateTimeOffset usableUntil)
{
    public string Value => value;

    public DateTimeOffset UsableUntil => usableUntil;

    public override string ToString() => $"EKS token usable until {usableUntil:u}";
}
