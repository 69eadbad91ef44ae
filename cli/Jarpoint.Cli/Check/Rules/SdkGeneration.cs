namespace Jarpoint.Cli.Check.Rules;

/// <summary>hadoop-aws with an AWS SDK of the generation that it does not call, and none of the one it calls.</summary>
internal sealed class SdkGeneration : IRule
{
    public string Id => "aws-sdk-generation";

    public Severity Severity => Severity.Error;

    public string Source => "hadoop-aws calls version 2 of the AWS SDK from 3.4.0 on: https://hadoop.apache.org/docs/stable/hadoop-aws/tools/hadoop-aws/aws_sdk_upgrade.html";

    public IEnumerable<string> Check(CheckedJob job)
    {
        var first = job.Described.Where(Platform.IsSdk1).ToList();
        var second = job.Described.Where(Platform.IsSdk2).ToList();
        foreach (var hadoop in job.Described.Where(static jar => Platform.IsHadoopAws(jar) && jar.Version is not null))
        {
            var (needed, others) = Platform.CallsSdk2(hadoop.Version!) ? (second, first) : (first, second);
            if (needed.Count == 0 && others.Count > 0)
            {
                yield return $"{hadoop.Label} calls version {(Platform.CallsSdk2(hadoop.Version!) ? 2 : 1)} of the AWS SDK, and only "
                    + $"{string.Join(", ", others.Select(static jar => jar.Label))} is there";
            }
        }
    }
}
