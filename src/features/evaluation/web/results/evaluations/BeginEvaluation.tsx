// Begins an evaluation: of which year, by which scheme, of whom.
import { useMutation, useQuery } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { Form, Input, InputNumber, Modal, Select } from 'antd';
import { api } from '#web/client/api.ts';
import { usePeriod, usePeriods } from '#web/client/me.ts';
import { useZone } from '#web/client/place.ts';
import { problemOf } from '#web/client/problem.ts';
import { Note } from '#web/ui/Note.tsx';
import { UI } from '#web/ui/ui-words.ts';
import { useWords } from '#web/words/words.ts';
import { EVALUATION } from './evaluation-words.ts';

type Fields = {
  readonly name: string;
  readonly period_id: string;
  /** `id/version`. */
  readonly scheme: string;
  readonly scope: 'all' | 'above_scale' | 'below_scale';
  readonly land_from_mu?: number | null;
  readonly land_below_mu?: number | null;
};

export function BeginEvaluation({ onClose }: { readonly onClose: () => void }) {
  const t = useWords(EVALUATION);
  const ui = useWords(UI);
  const zone = useZone();
  const period = usePeriod();
  const navigate = useNavigate();
  const [form] = Form.useForm<Fields>();
  const periods = usePeriods().data?.items ?? [];
  const schemes = useQuery({
    queryKey: ['schemes', zone],
    queryFn: () => api.evaluation.listSchemes({ zone }),
  });
  const begin = useMutation({
    mutationFn: ({ scheme, land_from_mu, land_below_mu, ...fields }: Fields) => {
      const [scheme_id = '', version = ''] = scheme.split('/');
      return api.evaluation.createEvaluation({
        zone,
        ...fields,
        scheme_id,
        scheme_version: Number(version),
        land_from_mu: land_from_mu ?? null,
        land_below_mu: land_below_mu ?? null,
      });
    },
    onSuccess: ({ evaluation_id }) => void navigate({ to: `/z/${zone}/evaluations/${evaluation_id}` }),
  });
  const offered = (schemes.data?.items ?? []).filter(({ state }) => state !== 'retired');
  return (
    <Modal
      open
      title={t.begin}
      okText={t.begin}
      cancelText={ui.cancel}
      confirmLoading={begin.isPending}
      onCancel={onClose}
      onOk={() => form.submit()}
    >
      <Form<Fields>
        form={form}
        layout="vertical"
        requiredMark={false}
        initialValues={{ period_id: period, scope: 'all' }}
        onFinish={(fields) => begin.mutate(fields)}
      >
        <Form.Item name="name" label={t.name} rules={[{ required: true, whitespace: true, max: 100 }]}>
          <Input autoFocus maxLength={100} />
        </Form.Item>
        <Form.Item name="period_id" label={t.period} rules={[{ required: true }]}>
          <Select options={periods.map(({ period_id, name }) => ({ value: period_id, label: name }))} />
        </Form.Item>
        <Form.Item name="scheme" label={t.scheme} rules={[{ required: true }]}>
          <Select
            showSearch={{ optionFilterProp: 'label' }}
            options={offered.map(({ scheme_id, version, title, state }) => ({
              value: `${scheme_id}/${version}`,
              label: `${title} · ${scheme_id} v${version} ${state === 'approved' ? '' : t.schemeDraft}`,
            }))}
          />
        </Form.Item>
        <Form.Item name="scope" label={t.scope}>
          <Select
            options={(['all', 'above_scale', 'below_scale'] as const).map((value) => ({
              value,
              label: t[value],
            }))}
          />
        </Form.Item>
        <div className="mj-evaluation-land">
          <Form.Item name="land_from_mu" label={t.landFrom} extra={t.landHint}>
            <InputNumber min={0.01} max={1e6} style={{ width: '100%' }} />
          </Form.Item>
          <Form.Item name="land_below_mu" label={t.landBelow}>
            <InputNumber min={0.01} max={1e6} style={{ width: '100%' }} />
          </Form.Item>
        </div>
      </Form>
      {begin.isError && <Note tone="bad">{problemOf(begin.error).message}</Note>}
    </Modal>
  );
}
