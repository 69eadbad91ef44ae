namespace Jarpoint.Cli.Check.Rules;

/// <summary>An AWS SDK of another version than the one hadoop-aws was built with.</summary>
internal sealed class SdkOfHadoop : IRule
{
    public string Id => "aws-sdk-of-hadoop";

    public Severity Severity => Severity.Error;

    public string Source => $"hadoop-aws needs the very same AWS SDK that it was built with: {Platform.NeverMix}";

    public IEnumerable<string> Check(CheckedJob job)
        => from hadoop in job.Identified.Where(Platform.IsHadoopAws)
           let wanted = Platform.SdkOf(hadoop.Version)
           where wanted is not null
           from sdk in job.Identified.Where(Platform.CallsSdk2(hadoop.Version!) ? Platform.IsSdk2 : Platform.IsSdk1)
           where sdk.Version is not null && sdk.Version != wanted
           select $"{hadoop.Label} was built with AWS SDK {wanted}, and {sdk.Label} is there: take {sdk.ArtifactId} {wanted}";
}
