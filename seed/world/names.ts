// Names of nobody: every one begins with 演示, so that none can be taken for a real enterprise's.
import { type Chance, pick } from './random.ts';

const FIRST = '云启衡澄禾岭溪辰屿琢朗泓砚桐序尧昀沐霁岚旭嘉瀚钧铭祺弘毅骏晟';
const SECOND = '川源岳舟帆原野森岩峰汇通达信和泰丰盛恒远拓域图景畅锐创科联';

const letter = (chance: Chance, letters: string): string =>
  letters.charAt(Math.floor(chance() * letters.length));

const TRADES: Readonly<Record<string, readonly [string, ...string[]]>> = {
  13: ['粮油食品', '饲料', '果蔬加工'],
  14: ['食品', '乳品', '调味品'],
  15: ['饮品', '茶饮', '酒业'],
  17: ['纺织', '棉纺', '印染'],
  18: ['服装', '服饰', '针织制衣'],
  20: ['木业', '竹木制品', '家居板材'],
  24: ['文体用品', '玩具', '乐器'],
  26: ['化工', '精细化学', '涂料'],
  27: ['医药', '制药', '生物药业', '中药饮片'],
  29: ['橡塑', '塑料制品', '密封材料'],
  30: ['建材', '玻璃', '陶瓷材料'],
  31: ['钢材', '特钢', '钢管'],
  32: ['有色金属', '铝业', '铜材'],
  33: ['金属制品', '紧固件', '模具'],
  34: ['机械', '轴承', '泵阀', '机床'],
  35: ['专用设备', '医疗器械', '环保装备', '农机'],
  36: ['汽车部件', '车身', '底盘系统'],
  38: ['电气', '电缆', '电池', '照明'],
  39: ['电子', '半导体', '通信设备', '光电'],
  40: ['仪器', '传感器', '测控技术'],
  42: ['再生资源', '循环材料'],
  44: ['热力', '能源供应'],
  51: ['商贸', '供应链', '工贸'],
  54: ['运输', '公路物流'],
  59: ['仓储', '冷链物流'],
  65: ['软件', '信息技术', '数据服务', '智能科技'],
  72: ['商务服务', '人力资源', '企业管理'],
  73: ['检测技术', '工程研究', '新药研发'],
  75: ['技术推广', '科技孵化', '节能技术'],
};

/** Draws until it has one that nobody has yet. */
export function uniqueName(chance: Chance, industry: string, isLarge: boolean, taken: Set<string>): string {
  for (;;) {
    const trade = pick(chance, TRADES[industry] ?? ['实业']);
    const form = isLarge && chance() < 0.3 ? '股份有限公司' : '有限公司';
    const name = `演示${letter(chance, FIRST)}${letter(chance, SECOND)}${trade}${form}`;
    if (taken.has(name)) continue;
    taken.add(name);
    return name;
  }
}
